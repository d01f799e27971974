/** A draw's published files, fetched from the deployment as anybody fetches them, into a folder of the signer's own. */
import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { parsedJson, signedHttp, type OutsideRequest } from '../../functions/core/io/outside/http'
import { ENTRY_BYTES } from '../../functions/lottery/rules/draw/entry'
import { FILES, type FileName } from '../../functions/lottery/rules/draw/published'

export interface Deployment {
  /** Of its public procedures: `https://lottery.example.gov.cn/api`. */
  readonly baseUrl: string
  readonly sleep?: (ms: number) => Promise<void>
}

/** It cannot be reached, or does not have what it should: asked again later. */
export class NotPublished extends Error {}

/** Bytes of one call. */
const AT_ONCE = 65_536
const MOST_BYTES = 128 * 1024
const PATIENCE = 20_000
/** A deployment lets nobody call without end: a minute's bucket fills again. */
const TRIES = 30
const BREATH = 5000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

type Call = (procedure: string, input: object) => Promise<Readonly<Record<string, unknown>>>

const callerOf = ({ baseUrl, sleep = pause }: Deployment): Call => {
  const http = signedHttp({ baseUrl, sign: () => ({}), mostBytes: MOST_BYTES })
  const once = async (request: Omit<OutsideRequest, 'signal'>) => {
    try {
      return await http({ ...request, signal: AbortSignal.timeout(PATIENCE) })
    } catch (cause) {
      throw new NotPublished('the deployment cannot be reached', { cause })
    }
  }
  return async (procedure, input) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const { status, bytes } = await once({ method: 'POST', path: ['lottery', procedure], body: input })
      const body = parsedJson(bytes.toString('utf8'))
      if (status === 200 && typeof body === 'object' && body !== null) return body as Record<string, unknown>
      if (status !== 429) throw new NotPublished(`lottery/${procedure} answers ${status}`)
      await sleep(BREATH)
    }
    throw new NotPublished(`lottery/${procedure} has no time`)
  }
}

interface PublishedFile {
  readonly name: FileName
  readonly size: number
}

const NAMES: readonly string[] = Object.values(FILES)

const filesIn = (answer: Readonly<Record<string, unknown>>): readonly PublishedFile[] => {
  const { files } = (answer.draw ?? {}) as { readonly files?: readonly Partial<PublishedFile>[] }
  if (!Array.isArray(files)) throw new NotPublished('the deployment lists no files')
  return files.flatMap(({ name, size }: Partial<PublishedFile>) =>
    name !== undefined && NAMES.includes(name) && Number.isSafeInteger(size)
      ? [{ name, size: Math.max(0, Number(size)) }]
      : [],
  )
}

export interface Wanted {
  readonly drawId: string
  readonly folder: string
  /** Of the list that was committed to. */
  readonly count: number
}

/** No file of a draw is longer than its list, but for the documents. */
const MOST_OF_DOCUMENTS = 32 * 2 ** 20
const mostOf = (count: number): number => Math.max(MOST_OF_DOCUMENTS, count * ENTRY_BYTES)

/** Lays all files of a draw into a folder. @throws NotPublished */
export const fetchDraw = async (deployment: Deployment, { drawId, folder, count }: Wanted): Promise<void> => {
  const call = callerOf(deployment)
  for (const { name, size } of filesIn(await call('draw', { id: drawId }))) {
    if (size > mostOf(count)) throw new NotPublished(`${name} is longer than its list: ${size} bytes`)
    const handle = openSync(path.join(folder, name), 'w', 0o600)
    try {
      for (let offset = 0; offset < size;) {
        const length = Math.min(AT_ONCE, size - offset)
        const { bytes } = await call('file', { id: drawId, name, offset, length })
        const piece = Buffer.from(typeof bytes === 'string' ? bytes : '', 'base64')
        if (piece.length !== length) throw new NotPublished(`${name} ends at byte ${offset + piece.length}`)
        writeSync(handle, piece)
        offset += length
      }
    } finally {
      closeSync(handle)
    }
  }
}
