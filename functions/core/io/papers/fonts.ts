/**
 * The Chinese font of papers: Noto Sans SC with all 8 105 characters of 通用规范汉字表 (names such as 㛃 and 𬭎 are among them) and
 * all of GBK, read from disk at the first paper. In a built function the files lie beside it (scripts/build/functions/apart.mjs).
 */
import { readFile } from 'node:fs/promises'

export type Weight = 'regular' | 'bold'
export type Fonts = Readonly<Record<Weight, Buffer>>

const placeOf = (weight: Weight): string =>
  weight === 'bold'
    ? require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')
    : require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

const read = async (): Promise<Fonts> => {
  const [regular, bold] = await Promise.all([readFile(placeOf('regular')), readFile(placeOf('bold'))])
  return { regular, bold }
}

let fonts: Promise<Fonts> | undefined

/** Once an instance: 21 MB stay in memory. */
export const loadFonts = (): Promise<Fonts> => {
  fonts ??= read().catch((cause: unknown) => {
    fonts = undefined
    throw cause
  })
  return fonts
}
