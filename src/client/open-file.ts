/** Opening a file in WeChat's own reader. The web page has open-file.h5.ts. */
import Taro from '@tarojs/taro'

/** Always the same name: what was looked at before is written over. */
const path = (): string => `${Taro.env.USER_DATA_PATH ?? ''}/looked-at.pdf`
const HEAD = /^data:[^,]*;base64,/

/**
 * Opens a PDF. Call it from a tap. Never throws.
 * @param address of a file just chosen, or a data address of one of before
 */
export const openPdf = async (address: string): Promise<boolean> => {
  try {
    const kept = HEAD.test(address)
    if (kept) Taro.getFileSystemManager().writeFileSync(path(), address.replace(HEAD, ''), 'base64')
    await Taro.openDocument({ filePath: kept ? path() : address, fileType: 'pdf', showMenu: false })
    return true
  } catch {
    return false
  }
}

/** Takes what was opened off the device again. What is not there is no reason to fail. */
export const forgetOpened = (): void => {
  Taro.getFileSystemManager().unlink({ filePath: path() })
}
