/**
 * What the browser says of itself. Taro's own call would bring 15 kB of browser detection with it; this file is only in
 * the web build, so the browser's names may be used.
 */
import type { SystemFacts, Theme } from './system'

interface MediaQuery {
  readonly matches: boolean
  readonly addEventListener?: (
    type: 'change',
    listener: (event: { readonly matches: boolean }) => void,
  ) => void
}

interface Browser {
  readonly navigator?: { readonly language?: string }
  readonly matchMedia?: (query: string) => MediaQuery
}

const browser = globalThis as Browser
const darkQuery = (): MediaQuery | undefined => browser.matchMedia?.('(prefers-color-scheme: dark)')
const themeOf = (dark: boolean): Theme => (dark ? 'dark' : 'light')

export const systemFacts = (): SystemFacts => ({
  language: browser.navigator?.language ?? '',
  theme: themeOf(darkQuery()?.matches ?? false),
})

export const onSystemTheme = (listener: (theme: Theme) => void): void => {
  darkQuery()?.addEventListener?.('change', ({ matches }) => listener(themeOf(matches)))
}
