/** Fills in a fixed text: `{name}` is a place. */
export function fill(template: string, values: Readonly<Record<string, string | number | null>>): string {
  return template.replace(/\{(\p{L}{1,20})\}/gu, (whole, name: string) => String(values[name] ?? whole))
}
