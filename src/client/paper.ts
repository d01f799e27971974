/** A paper or a sheet that a function gives, fetched in parts as every platform lets them through. Free of any framework. */

export interface PaperPart {
  readonly kind: 'pdf' | 'xlsx'
  /** With its ending. */
  readonly name: string
  /** Of the whole file. */
  readonly sha256: string
  /** How many there are. */
  readonly parts: number
  /** Base64; of every part but the last a whole number of three bytes, so that the texts join. */
  readonly bytes: string
}

export interface PaperFile {
  readonly kind: PaperPart['kind']
  readonly name: string
  readonly base64: string
}

/** How often it is begun again when the paper became another one meanwhile. */
const TIMES = 3

const readOnce = async (fetchPart: (place: number) => Promise<PaperPart>): Promise<PaperFile | undefined> => {
  const first = await fetchPart(0)
  const texts = [first.bytes]
  for (let place = 1; place < first.parts; place += 1) {
    const part = await fetchPart(place)
    if (part.sha256 !== first.sha256) return undefined
    texts.push(part.bytes)
  }
  return { kind: first.kind, name: first.name, base64: texts.join('') }
}

/**
 * Every part is of one and the same file: a list that grew between two parts is read anew.
 * @throws what `fetchPart` throws; Error when it never stayed the same
 */
export const readPaper = async (fetchPart: (place: number) => Promise<PaperPart>): Promise<PaperFile> => {
  for (let time = 0; time < TIMES; time += 1) {
    const paper = await readOnce(fetchPart)
    if (paper) return paper
  }
  throw new Error('a paper that changed with each part')
}
