const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A browser leaves NUL out of text, which would join what stands on both sides of it.
  '\0': '\uFFFD',
}

/**
 * Escapes text for HTML: safe between tags and in a quoted attribute.
 *
 * @example
 * escapeHtml('<b> & "c"')
 * //=> '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\0]/gu, character => references[character]!)
}
