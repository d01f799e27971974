/** The editor of a policy: its parts on one page, English folded away until it is wanted, what is wrong on top and at its field. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { replace, routes } from '../../../../client/routes'
import { useText } from '../../../../messages'
import { BottomBar, Button, Note, Screen, Words } from '../../../../ui'
import { goToField } from '../../../../ui/go-to-field'
import '../../../../ui/form-fields.css'
import { texts } from '../../messages'
import { hasEnglish } from '../../model/draft'
import type { Kept } from '../../model/kept'
import { inEnglish } from '../../model/problems'
import { AudiencePart } from './audience-part'
import { DatesPart } from './dates-part'
import { EditingContext, type Editing } from './editing'
import { Failed } from './failed'
import { Faults } from './faults'
import { FilesPart } from './files-part'
import { TextPart, WhyPart } from './text-part'
import { useDraft, type DraftState } from './use-draft'
import { idOf } from './words'

const useTold = () => {
  const [tried, setTried] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set())
  return {
    tried,
    tryNow: () => setTried(true),
    isTold: (path: string) => tried || left.has(path),
    leave: (path: string) => setLeft((before) => (before.has(path) ? before : new Set([...before, path]))),
  }
}

const Recalled = ({ state }: { readonly state: DraftState }) => {
  const t = useText(texts)
  return state.recalled ? (
    <Note icon="info">
      <View id="recalled">{t('edit.recalled')}</View>
      <Button id="start-over" kind="text" onPress={state.startOver}>
        {t('edit.startOver')}
      </Button>
    </Note>
  ) : null
}

export const Editor = ({ begun, id }: { readonly begun: Kept; readonly id: string | undefined }) => {
  const t = useText(texts)
  const state = useDraft(begun, id)
  const { draft, problems, uploads } = state
  const told = useTold()
  const [wanted, setWanted] = useState(() => hasEnglish(draft))
  // What is wrong in English is not to be hidden.
  const english = wanted || inEnglish(problems)
  const editing: Editing = {
    draft,
    problems,
    english,
    isTold: told.isTold,
    leave: told.leave,
    set: state.set,
  }
  const lead = (path: string): void => {
    // A field that is shown only now is drawn first.
    setTimeout(() => goToField(idOf(path)), 0)
  }
  const save = async (): Promise<void> => {
    told.tryNow()
    const [first] = problems
    if (first) return lead(first.path)
    const saved = await state.save()
    if (saved !== undefined) await replace(routes.officePolicy(saved, 'saved'))
  }
  const title = id === undefined ? 'edit.new' : draft.why ? 'edit.correct' : 'edit.title'
  const wrong = told.tried && problems.length > 0
  const barText = uploads.busy
    ? t('edit.waitFiles')
    : wrong
      ? t('edit.wrong', { n: problems.length })
      : t(problems.length === 0 ? 'edit.sound' : 'edit.state')
  return (
    <EditingContext.Provider value={editing}>
      <Screen
        id="edit-policy"
        title={t(title)}
        wide
        bar={
          <BottomBar>
            <View className="grow">
              <Words id="edit-state" as={wrong ? 's danger' : problems.length === 0 ? 's ok' : 's'} live>
                {barText}
              </Words>
            </View>
            <Button id="save" loading={state.busy} disabled={uploads.busy} onPress={() => void save()}>
              {t('edit.save')}
            </Button>
          </BottomBar>
        }
      >
        <Words as="s">{t('edit.lead')}</Words>
        <Recalled state={state} />
        <Failed state={state} id={id} />
        {told.tried && <Faults problems={problems} onGo={lead} />}
        <Button id="english" kind="ghost" icon="globe" block onPress={() => setWanted(!english)}>
          {t(english ? 'edit.englishHide' : 'edit.english')}
        </Button>
        <Words as="s">{t('edit.englishNote')}</Words>
        <WhyPart />
        <TextPart />
        <DatesPart />
        <AudiencePart hallId={state.kept.hallId} />
        <FilesPart uploads={uploads} />
      </Screen>
    </EditingContext.Provider>
  )
}
