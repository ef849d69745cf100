/// The file of a new exercise: it passes its own check.
package enum ExerciseStarter {
  /// Whether a name can be an id: letters, digits and dashes, and none of ``reserved``.
  package static func isName(_ name: String) -> Bool {
    name.count <= 40 && name.wholeMatch(of: /[A-Za-z0-9]+(-[A-Za-z0-9]+)*/) != nil
      && !reserved.contains(name.lowercased())
  }

  /// Words that the command line takes for something else, and the name of the file of the lessons.
  package static let reserved: Set<String> = ["start", "report", "new", "from-session", "help", "course"]

  /// Path of an exercise below the folder of flows.
  package static func path(_ name: String) -> String { "workshop/\(name).yaml" }

  /// Paths below the folder of flows, with their texts.
  package static func files(_ name: String) -> [(path: String, text: String)] { [(path(name), text(name))] }

  private static func text(_ name: String) -> String {
    head(name) + broken + "\n" + healed + "\n" + tail
  }

  private static func head(_ name: String) -> String {
    """
    # An exercise: a story, a recorded world with several states, hints and a debrief.
    exercise: \(name)
    title: The menu that does not come
    topic: image
    difficulty: 1
    minutes: 10
    story: |
      What was changed last night, and what the user sees now. Do not name the cause.

    # Each hint tells more than the one before; only the last may name the kind of fix.
    hints:
      look: The newest Failed event, and in it every attempt of the list.
      see: One attempt came as far as the registry and got an answer; the other asked without credentials.
      means: The registry knows the repository, but not this reference. The workload must name one that is there.

    # What only a person can tell on the shortest walk, by node.
    answers: {}


    """
  }

  private static let broken = """
    # What can be done, whether it helps or not. Commands are compared by meaning: order of flags, short and long names do
    # not count; <any> stands for any value.
    fixes:
      - fix: other-tag
        run: kubectl set image deployment/menu menu=contosofoods.azurecr.io/menu:2026.11.2 -n menu
        says: The deployment rolls out with the tag that is there.
      - fix: restart
        run: kubectl rollout restart deployment/menu -n menu
        says: A new pod asks for the same image.
        why: The new pod names the same tag, which is not there.

    # The first state is where it begins. Each has what 'kubectl describe pod' prints in it, and what commands print.
    states:
      - state: broken
        evidence: |
          Name:             menu-5c8f7d9b66-2hzqd
          Namespace:        menu
          Start Time:       Sat, 21 Nov 2026 01:12:09 +0000
          Status:           Pending
          Controlled By:    ReplicaSet/menu-5c8f7d9b66
          Containers:
            menu:
              Image:          contosofoods.azurecr.io/menu:2026.11.3
              State:          Waiting
                Reason:       ImagePullBackOff
              Ready:          False
          Events:
            Type     Reason   Age                 From     Message
            ----     ------   ----                ----     -------
            Normal   Pulling  22m (x5 over 25m)   kubelet  Pulling image "contosofoods.azurecr.io/menu:2026.11.3"
            Warning  Failed   22m (x5 over 25m)   kubelet  Failed to pull image "contosofoods.azurecr.io/menu:2026.11.3": rpc error: code = NotFound desc = failed to pull and unpack image "contosofoods.azurecr.io/menu:2026.11.3": failed to resolve reference "contosofoods.azurecr.io/menu:2026.11.3": contosofoods.azurecr.io/menu:2026.11.3: not found
            Warning  Failed   22m (x5 over 25m)   kubelet  Error: ErrImagePull
        commands:
          - run: az acr repository show -n contosofoods --image menu:2026.11.3 -o json
            exit: 1
            errors: |
              ERROR: Error: manifest tagged by "2026.11.3" is not found. Correlation ID: 5f1f7f0e-93cd-4c7a-9b3e-0a8ed1c0a6a4.
          - run: az acr repository show-tags -n contosofoods --repository menu --orderby time_desc --top 20 -o json
            output: |
              ["2026.11.2", "2026.11.1"]
        changes: {other-tag: healed, restart: broken}
    """

  private static let healed = """
      # One state is healed: its events show a fresh pull.
      - state: healed
        extends: broken
        healed: true
        evidence: |
          Name:             menu-7d5b6c9f88-k4xlp
          Namespace:        menu
          Start Time:       Sat, 21 Nov 2026 02:02:51 +0000
          Status:           Running
          Controlled By:    ReplicaSet/menu-7d5b6c9f88
          Containers:
            menu:
              Image:          contosofoods.azurecr.io/menu:2026.11.2
              State:          Running
                Started:      Sat, 21 Nov 2026 02:02:55 +0000
              Ready:          True
          Events:
            Type    Reason   Age   From     Message
            ----    ------   ----  ----     -------
            Normal  Pulling  20s   kubelet  Pulling image "contosofoods.azurecr.io/menu:2026.11.2"
            Normal  Pulled   18s   kubelet  Successfully pulled image "contosofoods.azurecr.io/menu:2026.11.2" in 2.1s (2.1s including waiting). Image size: 41234567 bytes.
            Normal  Started  17s   kubelet  Started container menu
    """

  private static let tail = """

    solution:
      - kubectl set image deployment/menu menu=contosofoods.azurecr.io/menu:2026.11.2 -n menu

    # What the shortest walk comes to; 'fairway practice NAME --check' says where it goes another way.
    expect:
      path:
        [reason/pull, which-container/else, registry-kind/acr, error/absent, absent/image, absent-host/acr,
         image-reference/tag, show-tag/not-found, list-tags/else, what-is-absent/else]
      class: not-found
      cause: tag-missing
      leaf: use-existing-tag

    misreadings:
      - seen: 401 Unauthorized beside not found
        means: The attempt without credentials always ends so; the one that got further decides.

    guide:
      aim: Participants read the whole list of attempts before they decide.
      talk: [What a list of attempts is, and which attempt decides]
      ask: ["Would a pull secret help here? (No: the registry answered.)"]
    """
}
