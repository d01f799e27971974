export default definePageConfig({
  navigationBarTitleText: '发票摇奖',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
