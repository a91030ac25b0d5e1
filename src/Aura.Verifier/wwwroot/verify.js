// Gives the browser one turn to draw and to deliver clicks. A message is not slowed down in a background tab, a timer is.
window.auraVerifier = {
  rest: () => new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      done();
    };
    channel.port2.postMessage(null);
  }),
};
