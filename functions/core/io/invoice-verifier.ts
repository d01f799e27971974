/** Which source is asked whether an invoice is genuine: a deployment's choice, carried out by `functions/invoices/verification`. */

export type VerifierName = 'registry' | 'tencent'

export interface TencentVerifierConfiguration {
  readonly name: 'tencent'
  /** `https://ocr.tencentcloudapi.com`, no path; plain http only to this machine. */
  readonly baseUrl: string
  readonly secretId: string
  readonly secretKey: string
  /** `ap-guangzhou`. */
  readonly region: string
}

export type VerifierConfiguration = { readonly name: 'registry' } | TencentVerifierConfiguration
