/** React's view of files on their way to the server: each with its progress, what went wrong and the way on. */
import { useEffect, useRef, useState } from 'react'
import type { UploadLimits, UploadProblem } from '../../functions/files/rules/fields'
import { ApiError } from './errors'
import { pickedProblem, type Picked, type Upload, type UploadStep } from './upload'

export type SendState =
  UploadStep | { readonly at: 'failed' } | { readonly at: 'wrong'; readonly problem: UploadProblem }

/** A file that is on its way, or was there before. `about`: what its screen knows of it. */
export interface Sending<A> {
  readonly key: string
  readonly about: A
  /** An address that an image can show; undefined while one of before is being fetched. */
  readonly preview: string | undefined
  readonly state: SendState
}

export interface UploadsWish<A> {
  readonly limits: UploadLimits
  readonly upload: (file: Picked, tell: (step: UploadStep) => void) => Upload
  /** There from the beginning. */
  readonly begin?: readonly Sending<A>[]
  /** What follows once a file is whole; where it fails, the file can be gone on with. */
  readonly after?: (fileId: string, key: string, about: A) => Promise<void>
}

export interface Uploads<A> {
  readonly items: readonly Sending<A>[]
  readonly busy: boolean
  readonly take: (file: Picked, about: A) => void
  readonly show: (key: string, preview: string) => void
  /** Goes on where it broke off. */
  readonly retry: (key: string) => void
  /** What was sent of it is swept by the server. */
  readonly remove: (key: string) => void
}

/** What the server found to be another type stays so; anything else can be gone on with. */
export const stateAfter = (thrown: unknown): SendState =>
  thrown instanceof ApiError && thrown.code === 'FILE_REFUSED'
    ? { at: 'wrong', problem: 'type' }
    : { at: 'failed' }

export const useUploads = <A>({ limits, upload, begin = [], after }: UploadsWish<A>): Uploads<A> => {
  const [items, setItems] = useState<readonly Sending<A>[]>(begin)
  const running = useRef(new Map<string, { readonly upload: Upload; readonly about: A }>())
  const drawn = useRef(0)
  const follow = useRef(after)
  useEffect(() => {
    follow.current = after
  })
  useEffect(() => {
    const all = running.current
    return () => all.forEach((one) => one.upload.stop())
  }, [])

  const change = (key: string, part: Partial<Sending<A>>): void =>
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...part } : item)))

  const run = (key: string): void => {
    const one = running.current.get(key)
    if (!one) return
    change(key, { state: { at: 'sending', percent: 0 } })
    one.upload
      .run()
      // Taken away meanwhile: nothing follows.
      .then((fileId) => (running.current.has(key) ? follow.current?.(fileId, key, one.about) : undefined))
      .catch((thrown: unknown) => change(key, { state: stateAfter(thrown) }))
  }

  const take = (file: Picked, about: A): void => {
    drawn.current += 1
    const key = `file-${drawn.current}`
    const problem = pickedProblem(file, limits)
    const state: SendState = problem ? { at: 'wrong', problem } : { at: 'sending', percent: 0 }
    setItems((before) => [...before, { key, about, preview: file.preview, state }])
    if (problem) return
    running.current.set(key, { upload: upload(file, (step) => change(key, { state: step })), about })
    run(key)
  }

  const remove = (key: string): void => {
    running.current.get(key)?.upload.stop()
    running.current.delete(key)
    setItems((before) => before.filter((item) => item.key !== key))
  }

  return {
    items,
    busy: items.some(({ state }) => state.at === 'sending' || state.at === 'checking'),
    take,
    show: (key, preview) => change(key, { preview }),
    retry: run,
    remove,
  }
}
