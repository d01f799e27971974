export default definePageConfig({
  navigationBarTitleText: '摇奖活动',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
