/** A published file out of WeChat, which has no downloads: handed to a chat, from where a computer takes it. The web page has save-bytes.h5.ts. */
import Taro from '@tarojs/taro'

export interface SavedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const write = (filePath: string, data: ArrayBuffer): Promise<void> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )

/** Never throws. The next one takes its place on the device. */
export const saveBytes = async ({ name, bytes }: SavedFile): Promise<'saved' | 'not'> => {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/published-file`
  try {
    const { buffer, byteOffset, byteLength } = bytes
    await write(filePath, buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)
    await Taro.shareFileMessage({ filePath, fileName: name })
    return 'saved'
  } catch {
    return 'not'
  }
}
