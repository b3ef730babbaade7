/**
 * The style of a report page. Everything is under one class, so that a notebook which shows the page keeps its own looks. Text on its
 * ground has a contrast of at least 7 to 1.
 */
export const htmlStyle = `
.retroduct{margin:0 auto;max-width:42rem;padding:1.5rem 1.25rem 4rem;--ground:#fdfcfa;background:#fdfcfa;color:#22252a;
font:1.0625rem/1.6 Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",Georgia,"DejaVu Serif",serif;
overflow-wrap:break-word;hyphens:auto;-webkit-text-size-adjust:100%}
.retroduct *{box-sizing:border-box}
.retroduct :is(h1,h2,h3,h4,h5,h6){line-height:1.25;margin:2em 0 .5em;color:#16324a;font-weight:600;hyphens:manual;text-wrap:balance}
.retroduct h1{font-size:2rem;margin:.5em 0 .4em}
.retroduct h2{font-size:1.55rem;margin-top:2.6em;padding-top:.7em;border-top:1px solid #c9cdd2}
.retroduct h3{font-size:1.22rem}
.retroduct h4{font-size:1.06rem}
.retroduct :is(h5,h6){font-size:1rem;font-style:italic}
.retroduct :is(p,ul,ol,figure,pre){margin:0 0 .9em}
.retroduct :is(ul,ol){padding-left:1.4em}
.retroduct li{margin:.25em 0}
.retroduct li>:is(p,figure):first-of-type{margin-top:.4em}
.retroduct a{color:#0d3f66}
.retroduct a:focus-visible,.retroduct [tabindex]:focus-visible{outline:3px solid #0d3f66;outline-offset:2px}
.retroduct .audience{font:600 .85rem/1.45 system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif;margin:0 0 1.6rem;padding:.55em .8em;border-radius:4px;
background:#e9eef2;color:#24384a}
.retroduct .audience.team{background:#7a1f1f;color:#fff}
.retroduct .basis{color:#3c4249;font-style:italic}
.retroduct nav{margin:2rem 0;font-size:.98rem}
.retroduct nav h2{font-size:1.15rem;margin:0 0 .4em;padding:0;border:0}
.retroduct nav :is(ol,ul){margin:0;padding-left:1.5em}
.retroduct nav ul{list-style:none;padding-left:.6em;font-size:.95em}
.retroduct nav li{margin:.15em 0}
.retroduct nav a{text-decoration:none}
.retroduct nav a:hover{text-decoration:underline}
.retroduct .tag{display:inline-block;padding:.1em .5em;border-radius:3px;background:#efe6d2;color:#4f3a0c;vertical-align:.1em;
font:600 .72rem/1.4 system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
.retroduct .unwritten{width:fit-content;padding:.05em .6em;border:1px dashed #8a6d2b;border-radius:4px;color:#4f3a0c;font-size:.9em;font-style:italic}
.retroduct .note{margin-bottom:.4em;color:#24384a;font-weight:600;font-size:.97em}
.retroduct figure.quote{margin:0 0 1.1em;padding:.1em 0 .1em 1em;border-left:3px solid #9fb3c4}
.retroduct figure.quote blockquote{margin:0}
.retroduct figure.quote blockquote p{margin:0 0 .2em}
.retroduct figure.quote figcaption{color:#3c4249;font:.85rem/1.45 system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
.retroduct figure.quote.gap{border-left-style:dotted;color:#3c4249}
.retroduct figure.quote.paraphrase{border-left-style:dashed}
.retroduct blockquote.plain{margin:0 0 1em;padding-left:1em;border-left:1px solid #c9cdd2}
.retroduct .box{margin:1.6em 0;padding:1em 1.2em .4em;--ground:#eef2ee;background:#eef2ee;border:1px solid #c3d0c3;border-radius:4px}
.retroduct .box .title{font-weight:700;color:#1e3d2a;font-size:1.08em}
.retroduct .configuration{margin:1.6em 0;padding:.2em 1.2em .6em;border:1px solid #c9cdd2;border-radius:4px;--ground:#fff;background:#fff}
.retroduct .configuration>:first-child{margin-top:.7em}
.retroduct figure.table{margin:1.2em 0 1.4em}
.retroduct figure.table figcaption{margin-bottom:.35em;color:#24384a;font-weight:600;font-size:.92em}
.retroduct .scroll{overflow-x:auto;max-width:100%;background-image:linear-gradient(90deg,var(--ground) 40%,transparent),linear-gradient(270deg,var(--ground) 40%,transparent),
linear-gradient(90deg,#22252a44,transparent),linear-gradient(270deg,#22252a44,transparent);background-position:0 0,100% 0,0 0,100% 0;background-repeat:no-repeat;
background-size:2rem 100%,2rem 100%,.7rem 100%,.7rem 100%;background-attachment:local,local,scroll,scroll}
.retroduct table{border-collapse:collapse;min-width:100%;font-size:.88rem;line-height:1.4;hyphens:manual;overflow-wrap:normal}
.retroduct table.wide{font-size:.8rem}
.retroduct :is(th,td){padding:.4em .7em .4em 0;border-bottom:1px solid #d9dce0;text-align:left;vertical-align:top;font-weight:400;min-width:3.5em}
.retroduct td:not(.number){overflow-wrap:break-word;min-width:6em}
.retroduct table.wide :is(th,td):not(.number){hyphens:auto}
.retroduct :is(th,td):last-child{padding-right:0}
.retroduct thead th{border-bottom:2px solid #6b7d8d;color:#24384a;font-weight:600;vertical-align:bottom}
.retroduct .number{text-align:right;padding-right:1.1em;font-variant-numeric:tabular-nums}
.retroduct :is(code,pre){font:.88em/1.5 ui-monospace,Menlo,Consolas,"Liberation Mono",monospace}
.retroduct pre{overflow-x:auto;padding:.8em;background:#f2f2ef}
.retroduct details{margin:.6em 0;padding:.1em .9em;border:1px solid #c9cdd2;border-radius:4px;background:#fff}
.retroduct details[open]{padding-bottom:.4em}
.retroduct summary{padding:.4em 0;cursor:pointer;font-weight:600;overflow-wrap:anywhere}
.retroduct summary:focus-visible{outline:3px solid #0d3f66;outline-offset:2px}
.retroduct details details{font-size:.97em}
.retroduct .passage{margin:.5em 0;padding:.1em 0 .1em .8em;border-left:3px solid #d9dce0}
.retroduct .passage:target,.retroduct details:target>summary{background:#fff3c4}
.retroduct .passage s{background:#f8ddd8;color:#6b1511}
.retroduct .passage strong{background:#ddeee0;color:#123c1f}
.retroduct .where{color:#3c4249;font:.8rem/1.4 system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif;white-space:nowrap}
.retroduct hr{border:0;border-top:1px solid #c9cdd2;margin:2em 0}
body:has(>.retroduct){margin:0;background:#fdfcfa}
@media (max-width:30rem){.retroduct{padding:1rem 1rem 3rem;font-size:1rem}.retroduct h1{font-size:1.6rem}.retroduct h2{font-size:1.35rem}
.retroduct .box,.retroduct .configuration{padding-left:.9em;padding-right:.9em}
.retroduct table:not(.wide){font-size:.82rem}.retroduct :is(th,td){padding-right:.5em}.retroduct .number{padding-right:.6em}}
@media screen and (min-width:60rem){body>.retroduct .chapter>figure.table:has(table.wide td:not(.number)){width:56rem;margin-left:calc((100% - 56rem)/2)}}
@media screen and (max-width:40rem){.retroduct table.wide{font-size:.88rem}
.retroduct table.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.retroduct table.wide :is(table,tbody,tr,th,td){display:block;min-width:0;padding:0;border:0;text-align:left;hyphens:manual}
.retroduct table.wide{display:block}
.retroduct table.wide tr{padding:.6em 0;border-bottom:1px solid #d9dce0}
.retroduct table.wide tbody th{margin-bottom:.15em;font-weight:600}
.retroduct table.wide td.number{display:inline-block;padding-right:1em}
.retroduct table.wide td:empty{display:none}
.retroduct table.wide td::before{content:attr(data-head) ": ";color:#3c4249;font-size:.94em}}
@page{margin:2.2cm 2cm}
@media print{.retroduct{max-width:none;padding:0;background:none;color:#000;font-size:10.5pt}
.retroduct :is(h1,h2,h3,h4,h5,h6,.note){break-after:avoid}
.retroduct :is(.box,figure.quote,tr,.unwritten){break-inside:avoid}
.retroduct thead{display:table-header-group}
.retroduct .scroll{overflow:visible}
.retroduct table{font-size:8.5pt}
.retroduct a{color:inherit;text-decoration:none}
.retroduct p{orphans:3;widows:3}
.retroduct .audience.team{background:none;color:#7a1f1f;border:1.5pt solid #7a1f1f}}
`
