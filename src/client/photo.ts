/** A kept photo, fetched in parts as every platform lets them through, as an address that an image can show. */

export interface PhotoPart {
  readonly type: string
  /** How many there are. */
  readonly parts: number
  /** Base64; of every part but the last a whole number of three bytes, so that the texts join. */
  readonly bytes: string
}

/** @returns a data address. @throws what `fetchPart` throws */
export const readPhoto = async (fetchPart: (place: number) => Promise<PhotoPart>): Promise<string> => {
  const first = await fetchPart(0)
  const texts = [first.bytes]
  for (let place = 1; place < first.parts; place += 1) texts.push((await fetchPart(place)).bytes)
  return `data:${first.type};base64,${texts.join('')}`
}
