/** Why a draft was not saved; where a colleague was quicker, both ways on. */
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { go, routes } from '../../../../client/routes'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Button, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { DraftState } from './use-draft'

/** The page with theirs opens above this one, so that what was written here is not left. */
const Changed = ({ state, id }: { readonly state: DraftState; readonly id: string }) => {
  const t = useText(texts)
  const standing = useAction((policy: string) => api.policies.officePolicy({ id: policy }))
  const over = async (): Promise<void> => {
    const found = await standing.run(id)
    if (found) state.basedOn(found.policy.changedAt)
  }
  return (
    <Note tone="warn" icon="warn">
      <View id="changed" {...role('alert')}>
        {t('edit.changed')}
      </View>
      <Words as="s">{t('edit.changedRead')}</Words>
      <View className="sb-pair">
        <Button id="changed-theirs" kind="ghost" onPress={() => void go(routes.officePolicy(id))}>
          {t('edit.changedTheirs')}
        </Button>
        <Button id="changed-mine" kind="ghost" loading={standing.busy} onPress={() => void over()}>
          {t('edit.changedMine')}
        </Button>
      </View>
    </Note>
  )
}

export const Failed = ({ state, id }: { readonly state: DraftState; readonly id: string | undefined }) => {
  const t = useText(texts)
  const { error } = state
  if (!error) return null
  if (error.code === 'POLICY_CHANGED' && id !== undefined) return <Changed state={state} id={id} />
  return (
    <Note tone="danger" icon="warn">
      <View id="save-error" {...role('alert')}>
        {t('edit.failed', { why: error.message })}
      </View>
      <Words as="s">{t('edit.notLost')}</Words>
    </Note>
  )
}
