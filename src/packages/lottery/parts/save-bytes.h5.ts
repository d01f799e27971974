/** A published file as a download. This file is only in the web build, so the browser's names may be used. */
import type { SavedFile } from './save-bytes'

interface Link {
  href: string
  download: string
  click(): void
}
interface Browser {
  readonly document: { createElement(name: 'a'): Link }
  readonly Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => object
  readonly URL: { createObjectURL(blob: object): string; revokeObjectURL(address: string): void }
}
const browser = globalThis as unknown as Browser

/** Browsers read the address some time after the tap; a minute is ample, and the memory is free again. */
const READ_BY = 60_000

/** Never throws. */
export const saveBytes = ({ name, bytes }: SavedFile): Promise<'saved' | 'not'> => {
  try {
    const blob = new browser.Blob([bytes], { type: 'application/octet-stream' })
    const address = browser.URL.createObjectURL(blob)
    const link = browser.document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => browser.URL.revokeObjectURL(address), READ_BY)
    return Promise.resolve('saved')
  } catch {
    return Promise.resolve('not')
  }
}
