// mammoth ships types for its front door only; these are the two parts of it that are used.
declare module 'mammoth/lib/unzip.js' {
  const unzip: { openZip(input: { readonly buffer: Uint8Array; readonly arrayBuffer: ArrayBufferLike }): Promise<unknown> }
  export default unzip
}
declare module 'mammoth/lib/docx/docx-reader.js' {
  const reader: { read(zip: unknown, input: object, options: object): Promise<{ readonly value: unknown }> }
  export default reader
}
