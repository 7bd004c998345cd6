// Loaded before the server: when the supervisor is gone, however it went, the server stops as if it had been told to.
// Else it would keep the port from the next start.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
