/**
 * Tencent Cloud's VAT invoice verification as a verifier: `VatInvoiceVerifyNew` of the product `ocr`
 * (cloud.tencent.com/document/api/866/73674), which asks the tax authority. One question is one request, and is charged for: what
 * it cannot answer is not sent.
 */
import type { Services } from '../../core/io/context'
import type { TencentVerifierConfiguration } from '../../core/io/invoice-verifier'
import { checkedBase, parsedJson, signedHttp, type RawReply } from '../../core/io/outside/http'
import type { InvoiceVerifier, Question } from './contract'
import { tc3Headers } from '../../core/io/outside/tc3'
import { readAnswer, type ReadAnswer } from './tencent-answer'
import { askedOf, isTooOld, type VerifyParameters } from './tencent-question'

const SERVICE = 'ocr'
const ACTION = 'VatInvoiceVerifyNew'
const VERSION = '2018-11-19'
/** An invoice may have two thousand lines. */
const MOST_BYTES = 1024 * 1024

/** Why nothing came. What was thrown is not repeated: it may name addresses and what was sent. */
const whyOf = (thrown: unknown, signal: AbortSignal): string => {
  if (signal.aborted) return 'TimedOut'
  return thrown instanceof RangeError ? 'TooLong' : 'NoAnswer'
}

/**
 * Every way of not answering is `unreachable`, and logged by its code. An invoice of a day to come is not there yet; one that the
 * service does not reach back to, a kind that it does not know, and facts that lack what it compares are not covered.
 * @throws RangeError for an address that is not to be used
 */
export const tencentVerifier = (
  { baseUrl, secretId, secretKey, region }: TencentVerifierConfiguration,
  { clock, log }: Pick<Services, 'clock' | 'log'>,
): InvoiceVerifier => {
  const { host } = new URL(checkedBase(baseUrl))
  const http = signedHttp({
    baseUrl,
    mostBytes: MOST_BYTES,
    headers: { 'user-agent': 'shuibang' },
    sign: ({ body }) =>
      tc3Headers({
        secretId,
        secretKey,
        service: SERVICE,
        host,
        action: ACTION,
        version: VERSION,
        region,
        timestamp: Math.floor(clock() / 1000),
        payload: body,
      }),
  })

  const send = (body: VerifyParameters, signal: AbortSignal): Promise<RawReply | string> =>
    http({ method: 'POST', path: [], body, signal }).catch((thrown: unknown) => whyOf(thrown, signal))

  const ask = async (question: Question, signal: AbortSignal): Promise<ReadAnswer> => {
    const asked = askedOf(question)
    if (!asked || isTooOld(question)) return { verification: { outcome: 'notCovered' } }
    if (question.issuedOn > question.on) return { verification: { outcome: 'notFound' } }
    const reply = await send(asked.parameters, signal)
    if (typeof reply === 'string') return { verification: { outcome: 'unreachable', why: reply } }
    // Errors of theirs come with 200 too: another status is told by whatever stands before them.
    if (reply.status !== 200)
      return { verification: { outcome: 'unreachable', why: `Status${reply.status}` } }
    return readAnswer(question, asked, parsedJson(reply.bytes.toString('utf8')))
  }

  return {
    name: 'tencent',
    verify: async (question, signal) => {
      const { verification, requestId } = await ask(question, signal)
      if (verification.outcome === 'unreachable')
        log.warn(
          { verifier: 'tencent', why: verification.why, requestId },
          'an invoice could not be verified',
        )
      return verification
    },
  }
}
