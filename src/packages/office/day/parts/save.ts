/** A list put where it can be read without network: a file on the device, a chat, the clipboard, paper. */
import Taro from '@tarojs/taro'

export interface TextFile {
  readonly name: string
  readonly text: string
}

/** WeChat only: keeps the file on the device and answers its path. @throws when the device is full */
export const saveOnDevice = ({ name, text }: TextFile): string => {
  const path = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  Taro.getFileSystemManager().writeFileSync(path, text, 'utf8')
  return path
}

/** WeChat only: hands a kept file to a chat. Closing the chat list is an answer, not an error. */
export const sendToChat = async (file: TextFile): Promise<'sent' | 'not'> => {
  try {
    await Taro.shareFileMessage({ filePath: saveOnDevice(file), fileName: file.name })
    return 'sent'
  } catch {
    return 'not'
  }
}

export const copyText = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}

/** A file as an address that a link can download, without a request. */
export const fileAddress = (file: TextFile): string =>
  `data:${file.name.endsWith('.csv') ? 'text/csv' : 'text/html'};charset=utf-8,${encodeURIComponent(file.text)}`

/** Web only: the browser's print dialogue; the page's print style shows the list alone. */
export const printPage = (): void => {
  const print: unknown = Reflect.get(globalThis, 'print')
  if (typeof print === 'function') print.call(globalThis)
}
