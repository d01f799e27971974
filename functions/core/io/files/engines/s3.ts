/** Files in an S3-shaped store (AWS S3, Tencent COS, MinIO): signed by AWS Signature Version 4. */
import { createHash } from 'node:crypto'
import { AwsClient, AwsV4Signer } from 'aws4fetch'
import type { FilesConfiguration } from '../configuration'
import { bytesWithin, keyOf, uploadKeyOf, type FileEngine } from './engine'

export type S3Configuration = Omit<Extract<FilesConfiguration, { engine: 's3' }>, 'engine'>

const TRIES = 3
const TIMEOUT = 30_000
/** Seconds that a signed upload address is good for. */
const UPLOAD_SECONDS = 600
const MOST = Number.MAX_SAFE_INTEGER

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const baseOf = ({ endpoint, bucket, virtualHost }: S3Configuration): string => {
  const { protocol, host, pathname } = new URL(endpoint)
  const path = pathname.replace(/\/$/, '')
  return virtualHost ? `${protocol}//${bucket}.${host}${path}` : `${protocol}//${host}${path}/${bucket}`
}

export const openS3 = (configuration: S3Configuration): FileEngine => {
  const { accessKeyId, secretAccessKey, region } = configuration
  const credentials = { accessKeyId, secretAccessKey, region, service: 's3' }
  const client = new AwsClient({ ...credentials, retries: TRIES - 1 })
  const base = baseOf(configuration)

  /** Sent again after a broken connection: every one of these requests may be made twice. */
  const ask = async (
    key: string,
    init: { readonly method: string; readonly body?: Uint8Array },
  ): Promise<Response> => {
    const headers = { 'x-amz-content-sha256': sha256(init.body ?? new Uint8Array()) }
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        return await client.fetch(`${base}/${key}`, {
          ...init,
          headers,
          signal: AbortSignal.timeout(TIMEOUT),
        })
      } catch (error) {
        if (left === 0) throw error
      }
    }
  }
  const expect = async (response: Response, fine: readonly number[], what: string): Promise<Response> => {
    if (fine.includes(response.status)) return response
    const code = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(await response.text())?.[1]
    throw new Error(`s3 ${what}: ${response.status}${code === undefined ? '' : ` ${code}`}`)
  }
  const bytesOf = async (key: string, atMost: number): Promise<Uint8Array | undefined> => {
    const response = await expect(await ask(key, { method: 'GET' }), [200, 404], 'get')
    if (response.status === 200) return bytesWithin(response, atMost)
    await response.body?.cancel()
    return undefined
  }
  const remove = async (key: string): Promise<void> => {
    await (await expect(await ask(key, { method: 'DELETE' }), [200, 204, 404], 'delete')).body?.cancel()
  }

  return {
    name: 's3',
    put: async (name, bytes) => {
      await (
        await expect(await ask(keyOf(name), { method: 'PUT', body: bytes }), [200], 'put')
      ).body?.cancel()
    },
    get: (name) => bytesOf(keyOf(name), MOST),
    remove: async (name) => {
      await remove(keyOf(name))
      await remove(uploadKeyOf(name))
    },
    uploadTarget: async (name, { type, size }) => {
      // type and size are signed: the store takes nothing else
      const headers = { 'content-type': type, 'content-length': String(size) }
      const url = `${base}/${uploadKeyOf(name)}?X-Amz-Expires=${UPLOAD_SECONDS}`
      const signed = await new AwsV4Signer({
        ...credentials,
        url,
        method: 'PUT',
        headers,
        signQuery: true,
        allHeaders: true,
      }).sign()
      return { method: 'PUT', url: signed.url.toString(), headers }
    },
    direct: {
      take: (name, atMost) => bytesOf(uploadKeyOf(name), atMost),
      discard: (name) => remove(uploadKeyOf(name)),
    },
  }
}
