package io.signalbox.scheduler.loop.leadership;

class InMemoryLeadershipStoreTest implements LeadershipStoreContract {

    @Override
    public LeadershipStore leadership() {
        return new InMemoryLeadershipStore();
    }
}
