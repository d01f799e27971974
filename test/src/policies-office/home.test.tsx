import { screen } from '@testing-library/react'
import { rememberOwn } from '../../../src/client/own'
import HomePage from '../../../src/packages/policies-office/home'
import { freshDraft } from '../../../src/packages/policies-office/model/draft'
import { keptName } from '../../../src/packages/policies-office/model/kept'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { eachAlone, el, gone, namelessControls, seen, stageOf, tap } from '../policies/stage'
import { answers, CHANGED, ID, row } from './fixtures'

const onStage = stageOf(answers)
eachAlone()

describe('the policies of a hall', () => {
  it.each([
    [row(), '同事于 11月23日 周一 9:00 保存，等您核对发布', '草稿'],
    [row({ savedBy: 'me' }), '您于 11月23日 周一 9:00 保存，等同事发布', '草稿'],
    [
      row({ state: 'published', version: 1, drafting: false, publishedAt: CHANGED }),
      '11月23日 周一 9:00 发布，第 1 版',
      '已发布',
    ],
    [
      row({ state: 'published', version: 2, drafting: false, publishedAt: CHANGED }),
      '11月23日 周一 9:00 更正，第 2 版',
      '已发布',
    ],
    [
      row({ state: 'published', version: 1, publishedAt: CHANGED }),
      '同事于 11月23日 周一 9:00 保存，等您核对发布',
      '更正待发布',
    ],
    [
      row({ state: 'withdrawn', version: 2, drafting: false, publishedAt: CHANGED }),
      '11月23日 周一 9:00 撤回',
      '已撤回',
    ],
  ])('say how each stands and who saved it last', async (one, said, state) => {
    onStage(HomePage, {}, { 'policies/officeList': { items: [one] } })
    expect(await seen(`policy-${ID}`)).toHaveTextContent(said)
    expect(el(`policy-${ID}`)).toHaveTextContent(state)
    await tap(`policy-${ID}`)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/policies-office/policy/index?id=${ID}`,
    })
    expect(namelessControls()).toEqual([])
  })

  it('none yet: it says how one comes about', async () => {
    onStage(HomePage, {}, { 'policies/officeList': { items: [] } })
    expect(await screen.findByText(/由另一位有发布职责的同事核对发布/)).toBeInTheDocument()
    await tap('new-policy')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/policies-office/edit/index?hallId=east',
    })
  })

  it('what was begun and not saved is there again, until it is thrown away', async () => {
    onStage(HomePage)
    await seen('new-policy')
    gone('begun-go')
    rememberOwn(keptName('east', undefined), {
      draft: freshDraft('2026-11-24', '某市税务局'),
      hallId: 'east',
      from: null,
    })
    onStage(HomePage, {}, {}, { again: true })
    expect(await seen('begun-go')).toBeInTheDocument()
    await tap('begun-drop')
    gone('begun-go')
  })

  it('nobody’s without a session, nor without the duty; and a failure is told', async () => {
    onStage(HomePage, {}, {}, { signedIn: false })
    expect(await screen.findByText('请用工作人员账户登录')).toBeInTheDocument()
    onStage(HomePage, {}, { 'policies/office': refuse(403, 'FORBIDDEN', '没有权限。') })
    expect(await screen.findByText('您的账户没有发布政策的职责')).toBeInTheDocument()
    onStage(HomePage, {}, { 'policies/officeList': refuse(403, 'FORBIDDEN', '出错了。') })
    expect(await screen.findByText('出错了。')).toBeInTheDocument()
  })

  it('in English', async () => {
    onStage(HomePage, {}, {}, { language: 'en' })
    expect(await seen(`policy-${ID}`)).toHaveTextContent('for you to check and publish')
  })
})
