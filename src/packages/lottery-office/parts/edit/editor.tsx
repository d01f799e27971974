/** The editor: what is wrong, the parts of a campaign one at a time, the draft as text, and saving it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { replace, routes } from '../../../../client/routes'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { BottomBar, Button, Note, role, Screen, Words } from '../../../../ui'
import { goToField } from '../../../../ui/go-to-field'
import { texts } from '../../messages'
import type { Kept } from '../../model/kept'
import { partOf } from '../../model/problems'
import { EditingContext, idOf, type Editing } from './editing'
import { Faults } from './faults'
import { PartCard } from './part-card'
import { TextView } from './text-view'
import { useDraft, type DraftState } from './use-draft'

/** After somebody else’s change one decides whose stands: theirs is looked at, or replaced. */
const Changed = ({ state, id }: { readonly state: DraftState; readonly id: string }) => {
  const t = useText(texts)
  const standing = useAction(() => api.lottery.officeCampaign({ id }))
  const over = async (): Promise<void> => {
    const found = await standing.run(undefined)
    if (found) state.basedOn(found.campaign.rulesHash)
  }
  return (
    <Note tone="warn" icon="warn">
      <View {...role('alert')}>{t('edit.changed')}</View>
      <View className="sb-pair">
        <Button id="changed-theirs" kind="ghost" onPress={() => void replace(routes.officeCampaign(id))}>
          {t('edit.changedTheirs')}
        </Button>
        <Button id="changed-mine" kind="ghost" loading={standing.busy} onPress={() => void over()}>
          {t('edit.changedMine')}
        </Button>
      </View>
    </Note>
  )
}

const Failed = ({ state, id }: { readonly state: DraftState; readonly id: string }) => {
  const t = useText(texts)
  const { error } = state
  if (!error || error.code === 'CAMPAIGN_FAULTS') return null
  if (error.code === 'CAMPAIGN_CHANGED' && state.kept.from !== null) return <Changed state={state} id={id} />
  const taken =
    error.code === 'CAMPAIGN_CHANGED' || error.code === 'CAMPAIGN_PUBLISHED' || error.code === 'NOT_FOUND'
  return (
    <Note tone="danger" icon="warn">
      <View id="save-error" {...role('alert')}>
        {taken && state.kept.from === null ? t('edit.idTaken', { id }) : error.message}
      </View>
      <Words as="s">{t('edit.notLost')}</Words>
    </Note>
  )
}

export const Editor = ({ begun, id }: { readonly begun: Kept; readonly id: string | undefined }) => {
  const t = useText(texts)
  const state = useDraft(begun, id)
  const { draft, parts, problems, today } = state
  const [open, setOpen] = useState('basics')
  const [reach, setReach] = useState<string>()
  const [tried, setTried] = useState(false)
  const editing: Editing = {
    draft,
    today,
    problems,
    reach,
    set: state.set,
    replace: state.replace,
  }
  const lead = (path: string): void => {
    setOpen(partOf(path, parts)?.key ?? open)
    setReach(path)
    // A part that is opened only now is drawn first.
    setTimeout(() => goToField(idOf(path)), 0)
  }
  const fold = (key: string): void => {
    setOpen(open === key ? '' : key)
    // A part above that closes takes this one out of sight.
    if (open !== key) setTimeout(() => goToField(`part-${key}`), 0)
  }
  const save = async (): Promise<void> => {
    setTried(true)
    const [first] = problems
    if (first) return lead(first.path)
    const saved = await state.save()
    if (saved !== undefined) await replace(routes.officeCampaign(saved, 'saved'))
  }
  const campaignId = typeof draft['id'] === 'string' ? draft['id'] : ''
  return (
    <EditingContext.Provider value={editing}>
      <Screen
        id="edit-page"
        title={t(id === undefined ? 'edit.new' : 'edit.title')}
        bar={
          <BottomBar>
            <View className="grow">
              <Words id="edit-state" as={problems.length > 0 ? 's danger' : 's ok'} live>
                {problems.length > 0 ? t('edit.wrong', { n: problems.length }) : t('edit.sound')}
              </Words>
            </View>
            <Button id="save" loading={state.busy} onPress={() => void save()}>
              {t('edit.save')}
            </Button>
          </BottomBar>
        }
      >
        <Words as="s">{t('edit.lead')}</Words>
        {state.recalled && (
          <Note icon="info">
            <View>{t('edit.recalled')}</View>
            <Button id="start-over" kind="text" onPress={state.startOver}>
              {t('edit.startOver')}
            </Button>
          </Note>
        )}
        <Failed state={state} id={campaignId} />
        {tried && problems.length > 0 && <Words as="s danger">{t('edit.mendFirst')}</Words>}
        <Faults problems={problems} parts={parts} onGo={lead} />
        {parts.map((part) => (
          <PartCard key={part.key} part={part} open={open === part.key} onFold={() => fold(part.key)} />
        ))}
        <TextView />
        <Words as="s">{t('edit.kept')}</Words>
      </Screen>
    </EditingContext.Provider>
  )
}
