import { screen } from '@testing-library/react'
import CampaignPage from '../../../src/packages/lottery/campaign'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { CAMPAIGN, campaignFull, campaignRow, DRAW, drawRow, odds, RULES_HASH } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const open = (change: object = {}, language: 'zh-CN' | 'en' = 'zh-CN') =>
  onStage(CampaignPage, { id: CAMPAIGN }, change as Record<string, unknown>, { language })

it('says what it is, where, until when, who runs it and on what basis, and that it is not confirmed', async () => {
  open()
  const about = await seen('about')
  for (const words of [
    '厦门市',
    '2026年11月1日 至 2027年1月31日',
    '试验单位',
    '依据：试验公告',
    '以主办单位最新公告为准',
  ])
    expect(about).toHaveTextContent(words)
  await tap('enter')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/lottery/enter/index?campaign=${CAMPAIGN}`,
  })
  expect(namelessControls()).toEqual([])
})

it('tells the odds in words with every tier, what is left, and when this period closes and is drawn', async () => {
  open()
  const card = await seen('odds-daily')
  expect(el('any-daily')).toHaveTextContent('约 7/100')
  expect(el('tier-daily-first')).toHaveTextContent('一等奖 × 1')
  expect(el('tier-daily-first')).toHaveTextContent('800.00 元')
  expect(el('tier-daily-first')).toHaveTextContent('1/50')
  expect(card).toHaveTextContent('参加的越多，每张的机会越小')
  expect(card).toHaveTextContent('11月24日 周二 23:00')
  expect(card).toHaveTextContent('11月24日 周二 23:20')
  expect(el('pool-daily')).toHaveTextContent('还剩 150,000.00 元（共 200,000.00 元）')
  expect(el('pool-daily').querySelector('.lt-rest-in')).toHaveStyle({ width: '75%' })
})

it('a draw whose day is not known says so', async () => {
  open({ 'lottery/campaign': campaignFull({ odds: [odds({ drawnAt: null })] }) })
  expect(await seen('odds-daily')).toHaveTextContent('待放假安排公布后确定')
})

it('writes the rules by which entries are judged and prizes given, each with its basis, and their hash', async () => {
  open()
  const rules = await seen('rules')
  for (const words of [
    '单张发票含税金额不低于 100.00 元',
    '每人每天最多 3 张',
    '活动期间每人最多 20 张',
    '发票抬头须与本人实名完全一致',
    '中奖后 60 天内领取',
    '无人领取或被取消的奖金回到奖池',
  ])
    expect(rules).toHaveTextContent(words)
  expect(el('rule-perDay')).toHaveTextContent('依据：试验公告')
  expect(el('rule-perDay')).toHaveTextContent('待确认')
  expect(el('rules-hash')).toHaveTextContent(RULES_HASH)
})

it('lists its draws, each with its state', async () => {
  open({ 'lottery/draws': { items: [drawRow({ state: 'published' })] } })
  const row = await seen(`draw-${DRAW}`)
  expect(row).toHaveTextContent('每日开奖')
  expect(row).toHaveTextContent('4 张')
  expect(row).toHaveTextContent('已公布')
  await tap(`draw-${DRAW}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/lottery/draw/index?id=${DRAW}` })
})

it('one that is over is not entered; one that there is not says so', async () => {
  open({ 'lottery/campaign': campaignFull({ campaign: campaignRow({ closesOn: '2026-11-20' }) }) })
  expect(await seen('about')).toHaveTextContent('已结束')
  expect(document.getElementById('enter')).toBeNull()
  open({ 'lottery/campaign': refuse(404, 'NOT_FOUND', '没有找到。') })
  expect(await screen.findByText('没有这个活动')).toBeInTheDocument()
})

it('is as whole in English', async () => {
  open({}, 'en')
  const rules = await seen('rules')
  expect(rules).toHaveTextContent('At most 3 invoices a person a day')
  expect(rules).toHaveTextContent('Claim within 60 days of the win')
  expect(el('about')).toHaveTextContent('Run by')
})
