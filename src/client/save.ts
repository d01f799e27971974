/** Text put where it can be read without network: a file on the device, a chat, the clipboard, paper. */
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

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  ics: 'text/calendar',
  json: 'application/json',
}

const typeOf = ({ name }: TextFile): string =>
  `${TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain'};charset=utf-8`

/** Browsers refuse to download addresses of more than about two million characters. */
const LONG_ADDRESS = 1_500_000

interface Browser {
  readonly Blob?: new (parts: readonly string[], options: { readonly type: string }) => unknown
  readonly URL?: { readonly createObjectURL?: (blob: unknown) => string }
}

/** A file as an address that a link can download, without a request. A long one lives as long as the page. */
export const fileAddress = (file: TextFile): string => {
  const address = `data:${typeOf(file)},${encodeURIComponent(file.text)}`
  const { Blob: Bytes, URL: addresses } = globalThis as Browser
  return address.length < LONG_ADDRESS || !Bytes || !addresses?.createObjectURL
    ? address
    : addresses.createObjectURL(new Bytes([file.text], { type: typeOf(file) }))
}

/** Web only: the browser's print dialogue; the page's print style shows the list alone. */
export const printPage = (): void => {
  const print: unknown = Reflect.get(globalThis, 'print')
  if (typeof print === 'function') print.call(globalThis)
}
