/**
 * Materials of an application: those attached to it, and those on their way. Free of any procedure: what uploads, keeps and
 * reads comes with the wish, so that every function uses it as it is.
 */
import { useEffect, useRef, useState } from 'react'
import type { UploadLimits } from '../../functions/files/rules/fields'
import type { Instant } from '../../functions/core/pure/time'
import { shownText, tidyText } from '../../functions/core/pure/typed-text'
import { pickFiles, type Way } from './pick'
import type { Picked, Upload, UploadStep } from './upload'
import { useUploads, type Sending } from './use-uploads'

/** A file on file under a code: attached to an application, or to be attached again. */
export interface Material {
  readonly id: string
  /** What it is a proof of: the code of the need. */
  readonly code: string
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** When it was uploaded. */
  readonly at: Instant
  /** What it was used for last, in words. */
  readonly usedFor?: string
}

export interface NewMaterial {
  readonly code: string
  readonly fileId: string
  readonly name: string
}

export interface MaterialsWish {
  readonly limits: UploadLimits
  /** How many files of one need. */
  readonly most: number
  readonly attached: readonly Material[]
  readonly onChange: (attached: readonly Material[]) => void
  /** @example (file, tell) => createUpload(file, 'materials.material', tell) */
  readonly upload: (file: Picked, tell: (step: UploadStep) => void) => Upload
  /** Puts a whole file on file under its code. Called again after a failure with the same file. */
  readonly keep: (material: NewMaterial) => Promise<Material>
}

/** Characters that a name on file may have. */
const MOST_NAME = 100

/** As the platform calls it, its ending kept; where that is nothing that can be read, as the screen calls it. */
const nameFor = (given: string | undefined, own: string): string => {
  const characters = [...tidyText(shownText(given ?? ''))]
  if (characters.length === 0) return own
  const ending = characters.slice(-8).join('')
  return characters.length <= MOST_NAME
    ? characters.join('')
    : `${characters.slice(0, MOST_NAME - 9).join('')}…${ending}`
}

interface About {
  readonly code: string
  readonly name: string
  readonly type: string
  readonly size: number
  /** An address on this device. */
  readonly face: string
}
export type SendingMaterial = Sending<About>

export interface Materials {
  readonly limits: UploadLimits
  readonly most: number
  readonly attached: readonly Material[]
  readonly sending: readonly SendingMaterial[]
  /** Of what was uploaded just now, its address on this device: nothing is fetched to show it. */
  readonly faceOf: (id: string) => string | undefined
  readonly busy: boolean
  /** The need and the way that the platform let through nothing for, the last time. */
  readonly refused: { readonly code: string; readonly way: Way } | undefined
  /** Chooses files for a need. `nameOf`: of the nth file, where the platform knows no name. */
  readonly add: (code: string, way: Way, nameOf: (n: number) => string) => Promise<void>
  /** Attaches what is on file. */
  readonly use: (material: Material) => void
  /** Takes from the application what is attached; it stays on file. */
  readonly detach: (id: string) => void
  readonly retry: (key: string) => void
  /** Gives up what is on its way. */
  readonly drop: (key: string) => void
}

export const useMaterials = (wish: MaterialsWish): Materials => {
  const { limits, most, attached } = wish
  const [refused, setRefused] = useState<Materials['refused']>()
  const [faces, setFaces] = useState<Readonly<Record<string, string>>>({})
  // Two files may be whole in the same moment: each is added to what the other has made.
  const latest = useRef({ ...wish })
  useEffect(() => {
    latest.current = { ...wish }
  })
  const put = (next: readonly Material[]): void => {
    latest.current = { ...latest.current, attached: next }
    latest.current.onChange(next)
  }
  const { items, busy, take, retry, remove } = useUploads<About>({
    limits,
    upload: wish.upload,
    after: async (fileId, key, { code, name, face }) => {
      const material = await latest.current.keep({ code, fileId, name })
      setFaces((before) => ({ ...before, [material.id]: face }))
      remove(key)
      put([...latest.current.attached, material])
    },
  })
  const countOf = (code: string): number =>
    attached.filter((one) => one.code === code).length +
    items.filter(({ about }) => about.code === code).length

  return {
    limits,
    most,
    attached,
    sending: items,
    faceOf: (id) => faces[id],
    busy,
    refused,
    add: async (code, way, nameOf) => {
      const held = countOf(code)
      const choice = await pickFiles(way, limits.types, most - held)
      setRefused(choice.kind === 'refused' ? { code, way } : undefined)
      if (choice.kind !== 'files') return
      choice.files.forEach((file, place) => {
        const name = nameFor(file.name, nameOf(held + place + 1))
        take(file, { code, name, type: file.type, size: file.size, face: file.preview })
      })
    },
    use: (material) => {
      const { attached: before } = latest.current
      if (!before.some(({ id }) => id === material.id)) put([...before, material])
    },
    detach: (id) => put(latest.current.attached.filter((one) => one.id !== id)),
    retry,
    drop: remove,
  }
}
