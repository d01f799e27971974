/** Events as a mini-program's handlers receive them: plain objects, taps marked as a person's. */
const placeOf = ({ pageX, pageY, clientX, clientY, identifier = 0 }) => ({
  identifier,
  pageX,
  pageY,
  clientX,
  clientY,
})
const touchesOf = (original) => {
  if (!original) return []
  if ('clientX' in original)
    return [
      placeOf({
        pageX: original.pageX,
        pageY: original.pageY,
        clientX: original.clientX,
        clientY: original.clientY,
      }),
    ]
  return [...(original.changedTouches ?? [])].map(placeOf)
}
const targetOf = (target) =>
  target && { id: target.id, dataset: { ...target.dataset }, offsetLeft: 0, offsetTop: 0 }
const plainEvent = (event) => {
  const touches = touchesOf(event.getOriginalEvent?.())
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: targetOf(event.target),
    currentTarget: targetOf(event.currentTarget),
    mark: { ...event.mark },
    detail: event.detail ?? {},
    touches,
    changedTouches: touches,
    _userTap: true,
  }
}

const LIFE_CYCLE = new Set([
  'onLoad',
  'onUnload',
  'onShow',
  'onHide',
  'onReady',
  'onPullDownRefresh',
  'onReachBottom',
  'onPageScroll',
  'onResize',
  'onTabItemTap',
  'onShareAppMessage',
  'onShareTimeline',
  'onAddToFavorites',
  'onTitleClick',
  'onOptionMenuClick',
  'onPopMenuClick',
  'onPullIntercept',
  'onSaveExitState',
  'attached',
  'detached',
  'ready',
  'created',
])

/** Wraps each event handler of a page or component definition, in place. */
export const wrapHandlers = (definition = {}) => {
  for (const [name, handler] of Object.entries(definition)) {
    if (typeof handler !== 'function' || LIFE_CYCLE.has(name)) continue
    definition[name] = function (event, ...rest) {
      return handler.call(
        this,
        event?.getOriginalEvent && event.wrapShadowedEvent ? plainEvent(event) : event,
        ...rest,
      )
    }
  }
  return definition
}
