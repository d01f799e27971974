/** Photos of one document: those attached before, and those being uploaded. */
import { useEffect, useRef, useState } from 'react'
import type { UploadLimits } from '../../functions/files/rules/fields'
import { pickPhotos } from './pick'
import { createUpload, type Purpose } from './upload'
import { useUploads, type Sending } from './use-uploads'

export type Photo = Sending<undefined>

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
  about: undefined,
  preview: undefined,
  state: { at: 'done', fileId },
})

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
  const [refused, setRefused] = useState(false)
  const { items, busy, take, show, retry, remove } = useUploads<undefined>({
    limits,
    upload: (file, tell) => createUpload(file, purpose, tell),
    begin: attached.map(attachedPhoto),
  })
  const began = useRef({ attached, read, show })

  useEffect(() => {
    // What is attached later was uploaded here.
    const { attached: before, read: fetch, show: put } = began.current
    for (const fileId of before)
      fetch(fileId).then(
        (preview) => put(fileId, preview),
        () => undefined,
      )
  }, [])

  const add = async (): Promise<void> => {
    const choice = await pickPhotos(most - items.length)
    setRefused(choice.kind === 'refused')
    if (choice.kind === 'files') choice.files.forEach((file) => take(file, undefined))
  }

  return {
    photos: items,
    fileIds: items.flatMap(({ state }) => (state.at === 'done' ? [state.fileId] : [])),
    busy,
    full: items.length >= most,
    refused,
    add,
    retry,
    remove,
  }
}
