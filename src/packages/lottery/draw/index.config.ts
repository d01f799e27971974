export default definePageConfig({
  navigationBarTitleText: '开奖',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
