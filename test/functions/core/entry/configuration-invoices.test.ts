/** How the verifier of invoices is configured: everything that is wrong at once, and no secret in what is said. */
import { readConfiguration } from '../../../../functions/core/io/entry/configuration'
import { named, problemsOf } from './problems'

const good = {
  INVOICE_VERIFIER: 'tencent',
  TENCENT_SECRET_ID: 'AKID8hushIdOfTheTest4567890abcdefghi',
  TENCENT_SECRET_KEY: 'hushKeyOfTheTest0123456789abcdef',
}

it('is this system’s own registry unless told', () => {
  expect(readConfiguration({}).settings.invoices).toEqual({ name: 'registry' })
  expect(readConfiguration({ ...good, INVOICE_VERIFIER: 'registry' }).settings.invoices).toEqual({
    name: 'registry',
  })
})

it('takes what Tencent Cloud wants, its address and region too', () => {
  const configured = {
    name: 'tencent',
    baseUrl: 'https://ocr.tencentcloudapi.com',
    secretId: good.TENCENT_SECRET_ID,
    secretKey: good.TENCENT_SECRET_KEY,
    region: 'ap-guangzhou',
  }
  expect(readConfiguration(good).settings.invoices).toEqual(configured)
  const more = {
    ...good,
    INVOICE_VERIFY_BASE: 'http://127.0.0.1:8080/',
    INVOICE_VERIFY_REGION: 'ap-shanghai',
  }
  expect(readConfiguration(more).settings.invoices).toEqual({
    ...configured,
    baseUrl: 'http://127.0.0.1:8080',
    region: 'ap-shanghai',
  })
})

it('tells all that is missing at once', () => {
  expect(named({ INVOICE_VERIFIER: 'tencent' })).toEqual(['TENCENT_SECRET_ID', 'TENCENT_SECRET_KEY'])
  expect(named({ INVOICE_VERIFIER: 'baidu' })).toEqual(['INVOICE_VERIFIER'])
})

it('tells all that is wrong at once, and no secret', () => {
  const wrong = {
    ...good,
    TENCENT_SECRET_ID: 'hush hush hush',
    TENCENT_SECRET_KEY: 'hush',
    INVOICE_VERIFY_BASE: 'https://user:hush@ocr.example.cn',
    INVOICE_VERIFY_REGION: 'hush_hush',
  }
  expect([...named(wrong)].sort()).toEqual([
    'INVOICE_VERIFY_BASE',
    'INVOICE_VERIFY_REGION',
    'TENCENT_SECRET_ID',
    'TENCENT_SECRET_KEY',
  ])
  expect(problemsOf(wrong).join()).not.toContain('hush')
})

it.each([
  ['plain http to another machine', 'http://ocr.example.cn'],
  ['a path', 'https://proxy.example.cn/ocr'],
  ['a query', 'https://ocr.tencentcloudapi.com/?a=b'],
  ['no address', 'ocr.tencentcloudapi.com'],
])('%s is refused as an address', (_, address) =>
  expect(named({ ...good, INVOICE_VERIFY_BASE: address })).toEqual(['INVOICE_VERIFY_BASE']),
)
