/** React's view of photos being uploaded: each with its progress, what went wrong and the way on. */
import { useEffect, useRef, useState } from 'react'
import type { UploadLimits, UploadProblem } from '../../functions/files/rules/fields'
import { ApiError } from './errors'
import { pickPhotos } from './pick'
import {
  createUpload,
  pickedProblem,
  type Picked,
  type Purpose,
  type Upload,
  type UploadStep,
} from './upload'

export type PhotoState =
  UploadStep | { readonly at: 'failed' } | { readonly at: 'wrong'; readonly problem: UploadProblem }

export interface Photo {
  readonly key: string
  /** An address that an image can show; undefined while a photo of before is being fetched. */
  readonly preview: string | undefined
  readonly state: PhotoState
}

export interface PhotosWish {
  readonly purpose: Purpose
  readonly limits: UploadLimits
  /** How many at most. */
  readonly most: number
  /** Attached before. */
  readonly attached: readonly string[]
  /** Fetches a photo of before, as an address that an image can show. */
  readonly read: (fileId: string) => Promise<string>
}

const attachedPhoto = (fileId: string): Photo => ({
  key: fileId,
  preview: undefined,
  state: { at: 'done', fileId },
})

/** What the server found to be no photo stays so; anything else can be gone on with. */
const stateAfter = (thrown: unknown): PhotoState =>
  thrown instanceof ApiError && thrown.code === 'FILE_REFUSED'
    ? { at: 'wrong', problem: 'type' }
    : { at: 'failed' }

const withPart =
  (key: string, part: Partial<Photo>) =>
  (photos: readonly Photo[]): readonly Photo[] =>
    photos.map((photo) => (photo.key === key ? { ...photo, ...part } : photo))

export interface Photos {
  readonly photos: readonly Photo[]
  /** Files to attach, in order. */
  readonly fileIds: readonly string[]
  readonly busy: boolean
  readonly full: boolean
  /** Camera and album were refused the last time. */
  readonly refused: boolean
  readonly add: () => Promise<void>
  /** Goes on where it broke off. */
  readonly retry: (key: string) => void
  readonly remove: (key: string) => void
}

export const usePhotos = ({ purpose, limits, most, attached, read }: PhotosWish): Photos => {
  const [photos, setPhotos] = useState<readonly Photo[]>(() => attached.map(attachedPhoto))
  const [refused, setRefused] = useState(false)
  const uploads = useRef(new Map<string, Upload>())
  const drawn = useRef(0)

  const began = useRef({ attached, read })

  const change = (key: string, part: Partial<Photo>): void => setPhotos(withPart(key, part))

  useEffect(() => {
    // What is attached later was uploaded here.
    for (const fileId of began.current.attached)
      began.current.read(fileId).then(
        (preview) => setPhotos(withPart(fileId, { preview })),
        () => undefined,
      )
    const running = uploads.current
    return () => running.forEach((upload) => upload.stop())
  }, [])

  const run = (key: string): void => {
    change(key, { state: { at: 'sending', percent: 0 } })
    uploads.current
      .get(key)
      ?.run()
      .catch((thrown: unknown) => change(key, { state: stateAfter(thrown) }))
  }

  const take = (file: Picked): void => {
    drawn.current += 1
    const key = `photo-${drawn.current}`
    const problem = pickedProblem(file, limits)
    const state: PhotoState = problem ? { at: 'wrong', problem } : { at: 'sending', percent: 0 }
    setPhotos((before) => [...before, { key, preview: file.preview, state }])
    if (problem) return
    uploads.current.set(
      key,
      createUpload(file, purpose, (step) => change(key, { state: step })),
    )
    run(key)
  }

  const add = async (): Promise<void> => {
    const choice = await pickPhotos(most - photos.length)
    setRefused(choice.kind === 'refused')
    if (choice.kind === 'files') choice.files.forEach(take)
  }

  const remove = (key: string): void => {
    uploads.current.get(key)?.stop()
    uploads.current.delete(key)
    setPhotos((before) => before.filter((photo) => photo.key !== key))
  }

  return {
    photos,
    fileIds: photos.flatMap(({ state }) => (state.at === 'done' ? [state.fileId] : [])),
    busy: photos.some(({ state }) => state.at === 'sending' || state.at === 'checking'),
    full: photos.length >= most,
    refused,
    add,
    retry: run,
    remove,
  }
}
