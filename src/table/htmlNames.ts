function names(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u))
}

/** Elements that part what stands on both sides of them; any other is read without a gap, as a browser shows it. */
export const parting: ReadonlySet<string> = names(`
  address article aside audio blockquote body br button canvas caption center col colgroup dd desc details dialog dir div dl dt embed fieldset
  figcaption figure footer foreignobject form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input legend li main menu
  metadata meter nav object ol optgroup option p pre progress search section select summary svg table tbody td text textarea tfoot th thead
  title tr ul video
`)

/** Elements within a line, and those that show nothing. Together with `parting`: the names that say nothing of the content. */
export const inline: ReadonlySet<string> = names(`
  a abbr acronym area b base bdi bdo big circle cite clippath code data datalist defs del dfn ellipse em font g i image ins kbd label line link
  lineargradient map mark marker math meta noscript output param path picture polygon polyline q radialgradient rect rp rt ruby s samp script
  slot small source span stop strike strong style sub sup symbol template textpath time track tspan tt u use var wbr
`)

/** Elements whose content is not markup and not shown in the text. */
export const raw: ReadonlySet<string> = names('script style xmp iframe noembed noframes')

/** Attributes that stand without a value. */
export const flags: ReadonlySet<string> = names(`
  allowfullscreen async autofocus autoplay checked controls defer disabled formnovalidate hidden inert ismap itemscope loop multiple muted
  nomodule novalidate open playsinline readonly required reversed selected
`)
