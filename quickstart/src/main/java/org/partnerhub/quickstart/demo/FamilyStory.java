package org.partnerhub.quickstart.demo;

import java.util.random.RandomGenerator;

/** The whole story, in order. Each run is about another invented child, so that it can be played again on the same hub. */
public final class FamilyStory {

    private final DemoWorld world;
    private final Narration narration;
    private final InventedChild child;

    public FamilyStory(DemoWorld world, Narration narration) {
        this(world, narration, InventedChild.aged(15, RandomGenerator.getDefault()));
    }

    FamilyStory(DemoWorld world, Narration narration, InventedChild child) {
        this.world = world;
        this.narration = narration;
        this.child = child;
    }

    /** Plays every step; what fails is counted and the rest goes on. */
    public void play() {
        Family family = new Family(child);
        var camhs = new CamhsTakesItUp(world, narration, family);
        narration.step(SchoolTellsTheStory.TITLE, new SchoolTellsTheStory(world, narration, family)::play);
        narration.step(PoliceReportAnIncident.TITLE, new PoliceReportAnIncident(world, narration, family)::play);
        narration.step(
                HospitalReportsAnAdmission.TITLE, new HospitalReportsAnAdmission(world, narration, family)::play);
        narration.step(CamhsTakesItUp.ASKS, camhs::ask);
        narration.step(CamhsTakesItUp.ACCEPTS, camhs::accept);
        narration.step(YoungPersonWithdraws.TITLE, new YoungPersonWithdraws(world, narration, family)::play);
        narration.step(OfficerChecksTheLog.TITLE, new OfficerChecksTheLog(world, narration, family)::play);
        narration.step(StaffWork.TITLE, new StaffWork(world, narration, family)::play);
        narration.step("Every message kept the contract and bore a good signature", this::nobodyComplained);
    }

    private void nobodyComplained() {
        narration.check(
                "the school's system has no complaint",
                world.schoolSystem().complaints().isEmpty(),
                world.schoolSystem().complaints());
        narration.check(
                "the council's system has no complaint",
                world.councilSystem().complaints().isEmpty(),
                world.councilSystem().complaints());
        narration.check(
                "the trust's FHIR server has no complaint",
                world.camhsSystem().complaints().isEmpty(),
                world.camhsSystem().complaints());
    }
}
