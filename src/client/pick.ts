/** Choosing photos in WeChat, which asks for camera and album at that moment. The web page has pick.h5.ts. */
import Taro from '@tarojs/taro'
import type { Picked } from './upload'

export type Choice =
  | { readonly kind: 'files'; readonly files: readonly Picked[] }
  /** The person went back. */
  | { readonly kind: 'none' }
  /** Camera and album were refused. */
  | { readonly kind: 'refused' }

const typeOf = (path: string): string => (/\.png$/i.test(path) ? 'image/png' : 'image/jpeg')

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

const pickedOf = ({ tempFilePath, size }: { tempFilePath: string; size: number }): Picked => ({
  type: typeOf(tempFilePath),
  size,
  preview: tempFilePath,
  read: (at, length) => readSlice(tempFilePath, at, Math.min(length, size - at)),
})

/** Call it from a tap. Never throws. */
export const pickPhotos = async (count: number): Promise<Choice> => {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    return { kind: 'files', files: tempFiles.map(pickedOf) }
  } catch (thrown) {
    const reason =
      typeof thrown === 'object' && thrown !== null ? String(Reflect.get(thrown, 'errMsg') ?? '') : ''
    return { kind: reason.includes('cancel') ? 'none' : 'refused' }
  }
}
