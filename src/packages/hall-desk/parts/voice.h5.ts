/** The browser's own voice for the display: this file is only in the web build, so the browser's names may be used. */
import type { Language } from '../../../messages'
import type { Voice } from './voice'

export type { Voice }

interface Utterance {
  lang: string
  rate: number
  volume: number
  onend: (() => void) | null
  onerror: (() => void) | null
}
interface Synthesis {
  readonly getVoices: () => readonly { readonly lang: string }[]
  readonly speak: (utterance: Utterance) => void
  readonly cancel: () => void
  readonly resume: () => void
}
interface Browser {
  readonly speechSynthesis?: Synthesis
  readonly SpeechSynthesisUtterance?: new (words: string) => Utterance
}
const browser = (): Browser => globalThis as unknown as Browser

/** A little slower than a conversation: over the noise of a hall. */
const RATE = 0.9
/** An engine that has hung up says neither that it ended nor that it failed. */
const LONGEST_MS = 15_000

const can: Voice['can'] = (language) => {
  const { speechSynthesis, SpeechSynthesisUtterance } = browser()
  if (!speechSynthesis || !SpeechSynthesisUtterance) return 'none'
  const voices = speechSynthesis.getVoices()
  // Some browsers tell their voices late, or only once one has spoken.
  if (voices.length === 0) return 'speaks'
  const beginning = language === 'en' ? 'en' : 'zh'
  return voices.some(({ lang }) => lang.toLowerCase().startsWith(beginning)) ? 'speaks' : 'lacks'
}

const utter = (words: string, language: Language): Promise<boolean> =>
  new Promise((resolve) => {
    const { speechSynthesis, SpeechSynthesisUtterance } = browser()
    if (!speechSynthesis || !SpeechSynthesisUtterance) return resolve(false)
    const utterance = new SpeechSynthesisUtterance(words)
    const timer = setTimeout(() => resolve(false), LONGEST_MS)
    const end = (said: boolean) => (): void => {
      clearTimeout(timer)
      resolve(said)
    }
    utterance.lang = language === 'en' ? 'en-GB' : 'zh-CN'
    utterance.rate = RATE
    utterance.onend = end(true)
    utterance.onerror = end(false)
    speechSynthesis.resume()
    return speechSynthesis.speak(utterance)
  })

let line: Promise<unknown> = Promise.resolve()
/** Grows when everything that still waits to be said is dropped. */
let round = 0

export const voice: Voice = {
  can,
  enable: () => {
    const { speechSynthesis, SpeechSynthesisUtterance } = browser()
    if (!speechSynthesis || !SpeechSynthesisUtterance) return
    // Said within the tap, silently: from then on the page may speak by itself.
    const silence = new SpeechSynthesisUtterance(' ')
    silence.volume = 0
    speechSynthesis.speak(silence)
  },
  say: (words, language) => {
    const mine = round
    const said = line.then(() => mine === round && utter(words, language))
    line = said
    return said
  },
  hush: () => {
    round += 1
    line = Promise.resolve()
    browser().speechSynthesis?.cancel()
  },
}
