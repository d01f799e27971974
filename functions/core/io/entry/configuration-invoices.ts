/** The part of the environment that says who verifies invoices. Nothing secret is repeated in what is said about it. */
import type { TencentVerifierConfiguration, VerifierConfiguration } from '../invoice-verifier'
import { checkedBase } from '../outside/http'
import { given, type Environment, type Problems } from './problems'

const VERIFIERS = ['registry', 'tencent'] as const
const TENCENT_OCR = 'https://ocr.tencentcloudapi.com'
const REGION = 'ap-guangzhou'

/** The service has one path, `/`, and its host is signed: an address below another would be refused there. */
const readBase = (environment: Environment, { check }: Problems): string => {
  const address = given(environment, 'INVOICE_VERIFY_BASE') ?? TENCENT_OCR
  try {
    const base = checkedBase(address)
    check(new URL(base).pathname === '/', 'INVOICE_VERIFY_BASE: an address with a path')
    return base
  } catch {
    check(
      false,
      'INVOICE_VERIFY_BASE: not an https address (http to this machine alone), or with a password, query or fragment',
    )
    return TENCENT_OCR
  }
}

const readTencent = (environment: Environment, problems: Problems): TencentVerifierConfiguration => {
  const { check } = problems
  const wanted = (name: string, form: RegExp): string => {
    const value = given(environment, name)
    check(value !== undefined, `${name}: INVOICE_VERIFIER=tencent wants it`)
    check(value === undefined || form.test(value), `${name}: is not of its form`)
    return value ?? ''
  }
  const region = given(environment, 'INVOICE_VERIFY_REGION') ?? REGION
  check(
    /^[a-z]{2,4}(-[a-z0-9]{2,20}){1,3}$/.test(region),
    'INVOICE_VERIFY_REGION: is not of its form, ap-guangzhou',
  )
  return {
    name: 'tencent',
    baseUrl: readBase(environment, problems),
    secretId: wanted('TENCENT_SECRET_ID', /^[0-9A-Za-z_-]{8,128}$/),
    secretKey: wanted('TENCENT_SECRET_KEY', /^[0-9A-Za-z_-]{16,128}$/),
    region,
  }
}

/**
 * `INVOICE_VERIFIER` (`registry`, `tencent`; default `registry`); `TENCENT_SECRET_ID`, `TENCENT_SECRET_KEY`,
 * `INVOICE_VERIFY_BASE`, `INVOICE_VERIFY_REGION` (default `ap-guangzhou`).
 */
export const readInvoicesConfiguration = (
  environment: Environment,
  problems: Problems,
): VerifierConfiguration => {
  const name = given(environment, 'INVOICE_VERIFIER') ?? 'registry'
  problems.check(
    VERIFIERS.some((one) => one === name),
    `INVOICE_VERIFIER: ${name} is not one of ${VERIFIERS.join(', ')}`,
  )
  return name === 'tencent' ? readTencent(environment, problems) : { name: 'registry' }
}
