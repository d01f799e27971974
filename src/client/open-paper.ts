/**
 * Opening a paper in WeChat, whose reader shows PDF and XLSX and hands them on (to a chat, to a printer). The web page has
 * open-paper.h5.ts.
 */
import Taro from '@tarojs/taro'
import type { PaperFile } from './paper'

/** Kept for as long as it is read: the next one takes its place, so that personal papers do not pile up on the device. */
const ENDINGS = /\.(pdf|xlsx)$/

const folder = (): string => Taro.env.USER_DATA_PATH ?? ''

/** What is open somewhere, or gone already, stays as it is. */
const removeEarlier = (): void => {
  const files = Taro.getFileSystemManager()
  for (const name of files.readdirSync(folder()).filter((file) => ENDINGS.test(file))) {
    try {
      files.unlinkSync(`${folder()}/${name}`)
    } catch {
      // in use: the next paper tries again
    }
  }
}

const write = (filePath: string, base64: string): Promise<void> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )

/**
 * Call it when the paper is there (`readPaper`). Never throws.
 * @returns `not` when the device is full or has nothing to show it with
 * @example
 * const open = useAction((id: string) => readPaper((place) => api.refunds.paper({ id, place })).then(openPaper))
 */
export const openPaper = async ({ kind, name, base64 }: PaperFile): Promise<'opened' | 'not'> => {
  const filePath = `${folder()}/${name}`
  try {
    removeEarlier()
    await write(filePath, base64)
    await Taro.openDocument({ filePath, fileType: kind, showMenu: true })
    return 'opened'
  } catch {
    return 'not'
  }
}
