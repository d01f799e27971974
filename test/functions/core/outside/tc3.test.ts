/** Signatures against Tencent Cloud's published example and against its own SDK. */
import fc from 'fast-check'
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign'
import { tc3Headers, TC3_CONTENT_TYPE, type Tc3Request } from '../../../../functions/core/io/outside/tc3'

/**
 * The page “签名方法 v3” signs a DescribeInstances so (cloud.tencent.com/document/api/866/33519). Only the signature depends on the
 * key; the keys are the example's own.
 */
const example: Tc3Request = {
  secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
  secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
  service: 'cvm',
  host: 'cvm.tencentcloudapi.com',
  action: 'DescribeInstances',
  version: '2017-03-12',
  region: 'ap-guangzhou',
  timestamp: 1551113065,
  payload: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
}

it('signs the published example as published', () => {
  expect(tc3Headers(example)).toEqual({
    authorization:
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, ' +
      'SignedHeaders=content-type;host, ' +
      'Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    'content-type': 'application/json; charset=utf-8',
    'x-tc-action': 'DescribeInstances',
    'x-tc-region': 'ap-guangzhou',
    'x-tc-timestamp': '1551113065',
    'x-tc-version': '2017-03-12',
  })
})

/** What Tencent's own SDK for Node.js makes of the same. */
const bySdk = ({ secretId, secretKey, service, host, timestamp, payload }: Tc3Request): string =>
  Sign.sign3({
    method: 'POST',
    url: `https://${host}/`,
    payload: Buffer.from(payload, 'utf8'),
    timestamp,
    service,
    secretId,
    secretKey,
    multipart: false,
    boundary: '',
    headers: { 'Content-Type': TC3_CONTENT_TYPE },
  })

const credential = fc.stringMatching(/^[0-9A-Za-z]{1,64}$/)
const requests: fc.Arbitrary<Tc3Request> = fc.record({
  secretId: credential,
  secretKey: credential,
  service: fc.stringMatching(/^[a-z]{2,10}$/),
  host: fc.stringMatching(/^[a-z]{2,8}\.[a-z]{2,8}$/),
  action: fc.constant('VatInvoiceVerifyNew'),
  version: fc.constant('2018-11-19'),
  region: fc.constant('ap-shanghai'),
  timestamp: fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }),
  payload: fc.string({ unit: 'binary', minLength: 1 }),
})

it('signs whatever is asked as Tencent’s own SDK does', () => {
  fc.assert(fc.property(requests, (request) => tc3Headers(request).authorization === bySdk(request)))
})

it('another key, host, body, second, product or day is another signature', () => {
  const signatures = [
    example,
    { ...example, secretKey: `${example.secretKey}x` },
    { ...example, host: 'cvm.ap-shanghai.tencentcloudapi.com' },
    { ...example, payload: `${example.payload} ` },
    { ...example, timestamp: example.timestamp + 1 },
    { ...example, service: 'ocr' },
    { ...example, timestamp: example.timestamp + 86_400 },
  ].map((request) => /Signature=(.*)$/.exec(tc3Headers(request).authorization ?? '')?.[1])
  expect(new Set(signatures).size).toBe(signatures.length)
})

it('goes by the day in UTC: 00:44 in Beijing is still the day before', () => {
  const at = (iso: string): string | undefined =>
    tc3Headers({ ...example, timestamp: Date.parse(iso) / 1000 }).authorization
  expect(at('2026-11-25T07:59:59+08:00')).toContain('/2026-11-24/')
  expect(at('2026-11-25T08:00:00+08:00')).toContain('/2026-11-25/')
})
