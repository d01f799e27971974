/** Spreadsheets as XLSX: `renderSheets` here, what they say in sheet.ts, how a screen fetches them in ../papers/part.ts. */
import type { Sheet } from './sheet'
import type { SheetOptions } from './write'

export { sheetOf } from './sheet'
export type { Sheet, SheetCell, SheetColumn, SheetHead } from './sheet'
export type { SheetOptions } from './write'

/**
 * One file of these sheets, and a last one that says when it was made. The library is loaded with the first file of an instance.
 * @example
 * const bytes = await renderSheets([sheetOf({ name, columns, rows })], { language, now, demonstration })
 */
export const renderSheets = async (sheets: readonly Sheet[], options: SheetOptions): Promise<Uint8Array> => {
  const { write } = await import('./write')
  return write(sheets, options)
}
