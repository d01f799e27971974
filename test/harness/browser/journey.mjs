/** One journey on one phone: what went wrong on it fails the test; a failure leaves a picture in dist/failures. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { openPhone } from './driver.mjs'
import { enter, enterWithTaxpayer } from './people.mjs'
import { root } from './process.mjs'

const folder = path.join(root, 'dist', 'failures')

const picture = async (phone, name) => {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`)
  const ids = await phone.page.evaluate(() =>
    [...document.querySelectorAll('[id]')]
      .filter((found) => found.checkVisibility?.() && !found.id.startsWith('_'))
      .map((found) => found.id),
  )
  await phone.page.screenshot({ path: file })
  return `picture: ${file}\non screen: ${ids.join(' ')}\non the phone: ${phone.errors.join(' | ')}`
}

/**
 * `person` enters first as that demonstration person, with a taxpayer; `taxpayer` is the name to act for, false
 * for none.
 * @param {string} name
 * @param {{ kind: 'weapp' | 'web', place: () => { browser: import('playwright-core').Browser, world: any }, person?: string, taxpayer?: string | false } & Record<string, any>} options
 * @param {(phone: Awaited<ReturnType<typeof openPhone>>, place: any) => Promise<void>} walk
 */
export const journey = (name, { kind, place, ...options }, walk) =>
  test(`${kind}: ${name}`, async () => {
    const { browser, world } = place()
    const { person: asked, taxpayer } = options
    const person =
      asked === undefined
        ? undefined
        : taxpayer === false
          ? await enter(world, kind, asked)
          : await enterWithTaxpayer(world, kind, asked, { taxpayer })
    const phone = await openPhone(kind, browser, world, {
      ...options,
      ...(person ? { openid: person.openid, token: person.token, accountId: person.accountId } : {}),
    })
    try {
      await walk(phone, { browser, world, person })
    } catch (error) {
      const seen = await picture(phone, `${kind} ${name}`).catch((problem) => String(problem))
      await phone.close().catch(() => [])
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${seen}`, { cause: error })
    }
    assert.deepEqual(await phone.close(), [])
    assert.deepEqual(world.functions.failures, [])
  })
