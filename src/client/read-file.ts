/** A kept file, fetched in parts as every platform lets them through, as an address that an image can show. */

export interface FilePart {
  readonly type: string
  /** How many there are. */
  readonly parts: number
  /** Base64; of every part but the last a whole number of three bytes, so that the texts join. */
  readonly bytes: string
}

/**
 * @param tell how far it is, in per cent
 * @returns a data address
 * @throws what `fetchPart` throws
 */
export const readFile = async (
  fetchPart: (place: number) => Promise<FilePart>,
  tell: (percent: number) => void = () => undefined,
): Promise<string> => {
  const first = await fetchPart(0)
  const texts = [first.bytes]
  for (let place = 1; place < first.parts; place += 1) {
    tell(Math.round((place / first.parts) * 100))
    texts.push((await fetchPart(place)).bytes)
  }
  return `data:${first.type};base64,${texts.join('')}`
}
