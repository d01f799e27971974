/** A voice for the display. WeChat has none; the web build takes `voice.h5.ts`. */
import type { Language } from '../../../messages'

export interface Voice {
  /** `none`: this device cannot speak at all; `lacks`: it has no voice for that language. */
  readonly can: (language: Language) => 'speaks' | 'lacks' | 'none'
  /** By a tap: browsers let a page speak after one only. */
  readonly enable: () => void
  /** One after the other. Settles when it was said, false when it could not be. Never rejects. */
  readonly say: (words: string, language: Language) => Promise<boolean>
  readonly hush: () => void
}

export const voice: Voice = {
  can: () => 'none',
  enable: () => undefined,
  say: () => Promise.resolve(false),
  hush: () => undefined,
}
