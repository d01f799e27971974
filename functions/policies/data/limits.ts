/** How much a policy holds, in characters of Chinese: its document, with a version and the next one, stays below the store's 64 kB. */
export const MOST = {
  title: 60,
  summary: 200,
  paragraph: 500,
  paragraphs: 30,
  number: 60,
  issuer: 60,
  basis: 200,
  why: 200,
  files: 6,
  fileName: 60,
  /** Values of one dimension of an audience. */
  values: 20,
  /** Bytes of all of it, as JSON in UTF-8. */
  bytes: 28_000,
} as const

/** English takes about twice as many letters as Chinese has characters. */
export const inEnglish = (most: number): number => most * 2
