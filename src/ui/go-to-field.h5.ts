/** Brings a field before the eyes and under the fingers, on the web: only in that build, so the browser's names may be used. */

interface Place {
  readonly focus: (options: { readonly preventScroll: boolean }) => void
  readonly scrollIntoView: (options: { readonly block: 'center' }) => void
  readonly matches: (selector: string) => boolean
  readonly querySelector: (selector: string) => Place | null
}
const page = (globalThis as unknown as { readonly document: { getElementById(id: string): Place | null } })
  .document
const CONTROL = 'input, textarea, select, [tabindex="0"]'

export const goToField = (id: string): void => {
  const field = page.getElementById(id)
  if (!field) return
  field.scrollIntoView({ block: 'center' })
  const control = field.matches(CONTROL) ? field : field.querySelector(CONTROL)
  control?.focus({ preventScroll: true })
}
