/** Opening a file in the browser. This file is only in the web build, so the browser's names may be used. */

interface Browser {
  readonly atob: (text: string) => string
  readonly open: (address: string, target: '_blank') => unknown
  readonly Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => unknown
  readonly URL: { createObjectURL(blob: unknown): string; revokeObjectURL(address: string): void }
}
const browser = globalThis as unknown as Browser

const HEAD = /^data:[^,]*;base64,/
let opened: string | undefined

/** Browsers open no data addresses: the bytes get one of their own. */
const addressOf = (address: string): string => {
  if (!HEAD.test(address)) return address
  const bytes = Uint8Array.from(browser.atob(address.replace(HEAD, '')), (letter) => letter.charCodeAt(0))
  forgetOpened()
  opened = browser.URL.createObjectURL(new browser.Blob([bytes], { type: 'application/pdf' }))
  return opened
}

/** Opens a PDF beside the page. Call it from a tap; false where the browser lets no page be opened. */
export const openPdf = (address: string): Promise<boolean> =>
  Promise.resolve(Boolean(browser.open(addressOf(address), '_blank')))

export const forgetOpened = (): void => {
  if (opened !== undefined) browser.URL.revokeObjectURL(opened)
  opened = undefined
}
