/**
 * An upload in parts: told what is wrong before anything is sent, shown as it goes, and resumed where it broke off. Free of any
 * framework; what a picked file is, the platform's `pick` says.
 */
import { uploadProblem, type UploadLimits, type UploadProblem } from '../../functions/files/rules/fields'
import type { Output } from './api'
import { api } from './api'
import { ApiError } from './errors'
import { drawKey } from './intention'

export type Purpose = Parameters<typeof api.files.start>[0]['purpose']
type State = Output<'files', 'state'>['upload']

/** A file that somebody chose on this device. */
export interface Picked {
  /** As the platform calls it; a photo of WeChat has no name. */
  readonly name?: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** An address that an image can show. */
  readonly preview: string
  /** Bytes from `at`, at most `length`, as base64. */
  read(at: number, length: number): Promise<string>
}

export type UploadStep =
  | { readonly at: 'sending'; /** 0–100. */ readonly percent: number }
  | { readonly at: 'checking' }
  | { readonly at: 'done'; readonly fileId: string }

export type TypeOf = Parameters<typeof api.files.start>[0]['type']

/** What is wrong with a chosen file; undefined: it may be sent. */
export const pickedProblem = (file: Picked, limits: UploadLimits): UploadProblem | undefined =>
  uploadProblem(file, limits)

const percentOf = ({ parts, missing }: State): number =>
  Math.round(((parts - missing.length) / Math.max(1, parts)) * 100)

export interface Upload {
  /**
   * Sends what is missing, from the first time or where it broke off. @throws ApiError when a part did not get through: call it
   * again to go on
   */
  run(): Promise<string>
  /** Stops before the next part; what was sent is swept by the server after a day. */
  stop(): void
}

export class UploadStopped extends Error {
  override readonly name = 'UploadStopped'
}

/** @example const upload = createUpload(file, 'appointments.counter', setStep); await upload.run() */
export const createUpload = (file: Picked, purpose: Purpose, tell: (step: UploadStep) => void): Upload => {
  let key = drawKey()
  let fileId: string | undefined
  let stopped = false

  /** How far it is; undefined when it was not begun, or waited so long that the server let it go. */
  const known = async (): Promise<State | undefined> => {
    if (fileId === undefined) return undefined
    try {
      return (await api.files.state({ fileId })).upload
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || thrown.code !== 'NOT_FOUND') throw thrown
      key = drawKey()
      return undefined
    }
  }

  const begin = async (): Promise<State> => {
    const before = await known()
    if (before) return before
    const input = { purpose, type: file.type as TypeOf, size: file.size }
    const { upload } = await api.files.start(input, { key })
    fileId = upload.fileId
    return upload
  }

  const send = async (state: State): Promise<State> => {
    let now = state
    for (const place of state.missing) {
      if (stopped) throw new UploadStopped()
      tell({ at: 'sending', percent: percentOf(now) })
      const bytes = await file.read(place * state.partBytes, state.partBytes)
      const input = { fileId: state.fileId, place, bytes }
      now = (await api.files.put(input, { key: `${key}-${place}` })).upload
    }
    return now
  }

  return {
    stop: () => {
      stopped = true
    },
    run: async () => {
      const state = await send(await begin())
      tell({ at: 'checking' })
      if (!state.done) await api.files.finish({ fileId: state.fileId }, { key: `${key}-end` })
      tell({ at: 'done', fileId: state.fileId })
      return state.fileId
    },
  }
}
