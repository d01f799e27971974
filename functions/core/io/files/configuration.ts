/** Where a deployment keeps its encrypted files. */
export type FilesConfiguration =
  | { readonly engine: 'disk'; readonly directory: string }
  | {
      readonly engine: 's3'
      /** `https://cos.ap-shanghai.myqcloud.com`, `http://minio:9000`. */
      readonly endpoint: string
      readonly region: string
      readonly bucket: string
      readonly accessKeyId: string
      readonly secretAccessKey: string
      /** `https://bucket.endpoint/key` instead of `https://endpoint/bucket/key`. */
      readonly virtualHost: boolean
    }
  /** The environment and credentials of the store's CloudBase configuration. */
  | { readonly engine: 'cloudbase' }
