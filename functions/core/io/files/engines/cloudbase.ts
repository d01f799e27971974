/** Files in CloudBase's storage, through its SDK. */
import { bytesWithin, keyOf, uploadKeyOf, type FileEngine } from './engine'

/** The part of `@cloudbase/node-sdk` that is used here. */
export interface CloudbaseStorage {
  uploadFile(file: {
    readonly cloudPath: string
    readonly fileContent: Buffer
  }): Promise<{ readonly fileID?: string; readonly code?: string; readonly message?: string }>
  /** An address and the signature for putting bytes at a path; what `uploadFile` itself asks for first. */
  getUploadMetadata(file: { readonly cloudPath: string }): Promise<{
    readonly code?: string
    readonly data?: {
      readonly url: string
      readonly token: string
      readonly authorization: string
      readonly fileId: string
      readonly cosFileId: string
    }
  }>
  getTempFileURL(files: { readonly fileList: readonly string[] }): Promise<{
    readonly code?: string
    readonly fileList?: readonly { readonly code?: string; readonly tempFileURL: string }[]
  }>
  deleteFile(files: {
    readonly fileList: readonly string[]
  }): Promise<{ readonly code?: string; readonly fileList?: readonly { readonly code?: string }[] }>
}

const TIMEOUT = 30_000
const MOST = Number.MAX_SAFE_INTEGER
/** What the service says of a file that is not there. */
const MISSING = 'STORAGE_FILE_NONEXIST'

const failed = (what: string, code: string | undefined): Error =>
  new Error(`cloudbase storage ${what}: ${code ?? 'no answer'}`)

export const openCloudbaseFiles = (storage: CloudbaseStorage): FileEngine => {
  const metadataOf = async (cloudPath: string) => {
    const { code, data } = await storage.getUploadMetadata({ cloudPath })
    if (!data) throw failed('metadata', code)
    return data
  }
  /** `cloud://<environment>.<bucket>/`: the bucket is the service's to name, and the same for every path. */
  let prefix: Promise<string> | undefined
  const fileId = async (path: string): Promise<string> => {
    prefix ??= metadataOf(path).then(({ fileId: id }) => id.slice(0, -path.length))
    prefix.catch(() => (prefix = undefined))
    return `${await prefix}${path}`
  }
  const get = async (path: string, atMost: number): Promise<Uint8Array | undefined> => {
    const { code, fileList } = await storage.getTempFileURL({ fileList: [await fileId(path)] })
    const [found] = fileList ?? []
    if (found?.code === MISSING) return undefined
    if (found?.code !== 'SUCCESS') throw failed('address', found?.code ?? code)
    const response = await fetch(encodeURI(found.tempFileURL), { signal: AbortSignal.timeout(TIMEOUT) })
    if (response.status === 200) return bytesWithin(response, atMost)
    await response.body?.cancel()
    // an address is given for what is not there, too
    if (response.status === 404) return undefined
    throw failed('get', String(response.status))
  }
  const remove = async (paths: readonly string[]): Promise<void> => {
    const { code, fileList } = await storage.deleteFile({ fileList: await Promise.all(paths.map(fileId)) })
    const fault =
      fileList === undefined
        ? code
        : fileList.find((one) => one.code !== 'SUCCESS' && one.code !== MISSING)?.code
    if (fileList === undefined || fault !== undefined) throw failed('delete', fault)
  }

  return {
    name: 'cloudbase',
    put: async (name, bytes) => {
      const { code } = await storage.uploadFile({ cloudPath: keyOf(name), fileContent: Buffer.from(bytes) })
      if (code !== undefined) throw failed('put', code)
    },
    get: (name) => get(keyOf(name), MOST),
    remove: (name) => remove([keyOf(name), uploadKeyOf(name)]),
    uploadTarget: async (name, { type }) => {
      const cloudPath = uploadKeyOf(name)
      const { url, token, authorization, cosFileId } = await metadataOf(cloudPath)
      return {
        method: 'PUT',
        url,
        headers: {
          'content-type': type,
          authorization,
          'x-cos-security-token': token,
          'x-cos-meta-fileid': cosFileId,
          key: encodeURIComponent(cloudPath),
        },
      }
    },
    direct: {
      take: (name, atMost) => get(uploadKeyOf(name), atMost),
      discard: (name) => remove([uploadKeyOf(name)]),
    },
  }
}
