import { isOlder } from '../../../../functions/core/io/entry/client-version'

describe('client versions', () => {
  it.each([
    ['1.2.2', '1.2.3', true],
    ['1.2.3', '1.2.3', false],
    ['1.2.10', '1.2.9', false],
    ['1.10.0', '1.9.9', false],
    ['0.9.9', '1.0.0', true],
    ['2.0.0', '1.9.9', false],
    ['1.2.3-beta', '1.2.3', false],
    ['nonsense', '1.2.3', false],
    ['', '1.2.3', false],
    ['9999999.0.0', '1.2.3', false],
  ])('%s before %s: %s', (version, minimum, older) => {
    expect(isOlder(version, minimum)).toBe(older)
  })
})
