/**
 * Giving a paper to the browser, which saves it or opens it as it does with any download. This file is only in the web build, so
 * the browser's names may be used.
 */
import type { PaperFile } from './paper'

const TYPES: Readonly<Record<PaperFile['kind'], string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

interface Link {
  href: string
  download: string
  click(): void
}
interface Browser {
  readonly document: { createElement(name: 'a'): Link }
  readonly Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => object
  readonly URL: { createObjectURL(blob: object): string; revokeObjectURL(address: string): void }
  readonly atob: (text: string) => string
}
const browser = globalThis as unknown as Browser

/** Browsers read the address some time after the tap; a minute is ample, and the memory is free again. */
const READ_BY = 60_000

const bytesOf = (base64: string): Uint8Array => {
  const text = browser.atob(base64)
  return Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

/** Never throws. */
export const openPaper = async ({ kind, name, base64 }: PaperFile): Promise<'opened' | 'not'> => {
  try {
    const address = browser.URL.createObjectURL(new browser.Blob([bytesOf(base64)], { type: TYPES[kind] }))
    const link = browser.document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => browser.URL.revokeObjectURL(address), READ_BY)
    return 'opened'
  } catch {
    return 'not'
  }
}
