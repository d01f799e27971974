/** Choosing photos and files in WeChat, which asks for camera and album at that moment. The web page has pick.h5.ts. */
import Taro from '@tarojs/taro'
import type { FileType } from '../../functions/core/pure/file-types'
import type { Picked } from './upload'

export type Choice =
  | { readonly kind: 'files'; readonly files: readonly Picked[] }
  /** The person went back. */
  | { readonly kind: 'none' }
  /** Camera and album were refused. */
  | { readonly kind: 'refused' }

/** Where files come from: camera and album, or (in WeChat) a chat, which is how a file gets onto a phone there. */
export type Way = 'photo' | 'file'
/** The ways of this platform. */
export const WAYS: readonly Way[] = ['photo', 'file']

const typeOf = (path: string): string => (/\.png$/i.test(path) ? 'image/png' : 'image/jpeg')

const EXTENSIONS: Readonly<Record<FileType, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/pdf': ['pdf'],
}

/** By the ending of its name; the server looks at what is in it. */
const fileTypeOf = (name: string): string =>
  Object.entries(EXTENSIONS).find(([, endings]) =>
    endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)),
  )?.[0] ?? ''

const readSlice = (filePath: string, position: number, length: number): Promise<string> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      position,
      length,
      success: ({ data }) =>
        typeof data === 'string' ? resolve(data) : reject(new Error('base64 was asked for')),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )

interface Chosen {
  readonly path: string
  readonly size: number
  readonly type: string
  readonly name?: string
}

const pickedOf = ({ path, size, type, name }: Chosen): Picked => ({
  ...(name === undefined ? {} : { name }),
  type,
  size,
  preview: path,
  read: (at, length) => readSlice(path, at, Math.min(length, size - at)),
})

const chosen = async (choose: () => Promise<readonly Chosen[]>): Promise<Choice> => {
  try {
    return { kind: 'files', files: (await choose()).map(pickedOf) }
  } catch (thrown) {
    const reason =
      typeof thrown === 'object' && thrown !== null ? String(Reflect.get(thrown, 'errMsg') ?? '') : ''
    return { kind: reason.includes('cancel') ? 'none' : 'refused' }
  }
}

/** Call it from a tap. Never throws. */
export const pickPhotos = (count: number): Promise<Choice> =>
  chosen(async () => {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    return tempFiles.map(({ tempFilePath: path, size }) => ({ path, size, type: typeOf(path) }))
  })

const pickFromChat = (types: readonly FileType[], count: number): Promise<Choice> =>
  chosen(async () => {
    const { tempFiles } = await Taro.chooseMessageFile({
      count,
      type: 'file',
      extension: types.flatMap((type) => [...EXTENSIONS[type]]),
    })
    return tempFiles.map(({ path, size, name }) => ({ path, size, name, type: fileTypeOf(name) }))
  })

/** Call it from a tap. Never throws. */
export const pickFiles = (way: Way, types: readonly FileType[], count: number): Promise<Choice> =>
  way === 'photo' ? pickPhotos(count) : pickFromChat(types, count)
