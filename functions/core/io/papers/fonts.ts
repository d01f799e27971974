/**
 * The Chinese font of papers: Noto Sans SC with every character of 通用规范汉字表 (names such as 㛃 and 𬭎 are among them) and of GBK,
 * read from disk at the first paper: beside a built function (scripts/build/functions/apart.mjs), else from its package.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Weight = 'regular' | 'bold'
export type Fonts = Readonly<Record<Weight, Buffer>>

const BESIDE: Readonly<Record<Weight, string>> = { regular: './font-regular.ttf', bold: './font-bold.ttf' }

const inPackage = (weight: Weight): string =>
  weight === 'bold'
    ? require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')
    : require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

const placeOf = (weight: Weight): string => {
  // scripts of ours run as ES modules, which have no such name
  const beside = typeof __dirname === 'string' ? join(__dirname, BESIDE[weight]) : ''
  return existsSync(beside) ? beside : inPackage(weight)
}

const read = async (): Promise<Fonts> => {
  const [regular, bold] = await Promise.all([readFile(placeOf('regular')), readFile(placeOf('bold'))])
  return { regular, bold }
}

let fonts: Promise<Fonts> | undefined

/** Once an instance: 21 MB stay in memory. A failure is tried again by the next paper. */
export const loadFonts = (): Promise<Fonts> => {
  fonts ??= read().catch((cause: unknown) => {
    fonts = undefined
    throw cause
  })
  return fonts
}
