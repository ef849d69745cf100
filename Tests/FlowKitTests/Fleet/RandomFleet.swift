/// Composes lists of pods in which anything that a cluster, or somebody who means harm, can write stands beside anything else.
struct RandomFleet {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func any<Element>(_ values: [Element]) -> Element { values[below(values.count)] }

  private mutating func oneIn(_ number: Int) -> Bool { below(number) == 0 }

  /// A list of pods and one of events.
  mutating func lists() -> (pods: String, events: String) {
    let count = 1 + below(12)
    let pods = (0..<count).map { pod($0) }
    let events = (0..<below(20)).map { _ in event(below(count + 2)) }
    return (list(pods), list(events))
  }

  private mutating func list(_ objects: [String]) -> String {
    let other = #"{"kind":"Service","metadata":{"name":"s"},"spec":{"containers":[]},"status":{"phase":"Pending"}}"#
    let all = oneIn(4) ? objects + [other] : objects
    return any([
      #"{"apiVersion":"v1","items":[\#(all.joined(separator: ","))],"kind":"List","metadata":{"items":"x"}}"#,
      "{\n  \"kind\" : \"List\" ,\n \"items\" :\n [\n\(all.joined(separator: " ,\n"))\n]\n}\n",
      "[\(all.joined(separator: ",\r\n\t"))]",
    ])
  }

  // MARK: - Pods

  private mutating func pod(_ number: Int) -> String {
    let names = ["app", "web", "sidecar"].prefix(1 + below(3))
    let lists = oneIn(3) ? ["c", "initC", "ephemeralC"] : ["c"]
    var spec: [String] = []
    var status =
      oneIn(8)
      ? [] : [#""phase": "\#(any(["Running", "Running", "Running", "Pending", "Succeeded", "Failed", "Unknown"]))""#]
    for list in lists {
      spec.append(
        "\"\(list)ontainers\":["
          + names.map { #"{"name":"\#($0)-\#(list)","image":"\#(image())"}"# }.joined(separator: ",") + "]")
      guard !oneIn(6) else { continue }
      status.append(
        "\"\(list)ontainerStatuses\":["
          + names.filter { _ in !oneIn(12) }.map { container("\($0)-\(list)") }.joined(separator: ",") + "]")
    }
    if !oneIn(6) {
      spec.append(#""nodeName":\#(any(["\"aks-np1-20481516-vmss00000\(number % 3)\"", "\"n\"", "\"\"", "null"]))"#)
    }
    if oneIn(6) { spec.append(#""nodeSelector":{"agentpool":"np\#(number)"}"#) }
    if oneIn(10) { status.append(#""reason":"\#(any(["Evicted", "NodeLost", "Terminated", ""]))""#) }
    if oneIn(12) { status.append(#""phase":"Pending""#) }
    if oneIn(8) {
      status.append(#""conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable"}]"#)
    }
    if oneIn(10) { status.append(odd) }
    let uid = oneIn(8) ? "" : #","uid":"u-\#(number)""#
    let kind = oneIn(15) ? #""k\u0069nd":"Pod""# : #""kind": "Pod""#
    return """
      {\(kind),"metadata":{"name":"p-\(number)","namespace":"n","creationTimestamp":"2026-11-21T0\(below(9)):00:00Z"\(uid),
      "annotations":{"a":"\\"waiting\\": {","phase":"}]\\\\\\""}},"spec":{\(shuffled(spec))},"status":{\(shuffled(status))}}
      """
  }

  private mutating func shuffled(_ members: [String]) -> String {
    var members = members
    for index in members.indices.reversed() { members.swapAt(index, below(index + 1)) }
    return members.joined(separator: any([",", " ,\n"]))
  }

  private var odd: String { #""message":"\"ready\":true,\"phase\":\"Running\"","nominated":{"phase":"Running"}"# }

  private mutating func image() -> String { any(["a.io/b:1", "b.azurecr.io/c:2", "web", "A.io/UP:1"]) }

  private mutating func container(_ name: String) -> String {
    var members = [#""name":"\#(oneIn(20) ? "other" : name)""#, #""restartCount":\#(below(3))"#]
    if !oneIn(8) { members.append(#""ready":\#(any(["true", "true", "true", "false", "\"true\"", "null"]))"#) }
    if !oneIn(10) { members.append(#""state":\#(oneState())"#) }
    if oneIn(3) { members.append(#""lastState":\#(oneState())"#) }
    if oneIn(25) { members.append(#""state":{"waiting":{"reason":"ErrImagePull"}}"#) }
    if oneIn(25) { members.append(#""st\u0061te":{"waiting":{"reason":"ErrImagePull"}}"#) }
    return "{\(shuffled(members))}"
  }

  private mutating func oneState() -> String {
    let message = any(["", "", #","message":"\#(text())""#, #","message":null"#])
    return any([
      #"{"running":{"startedAt":"2026-11-21T01:00:00Z"}}"#, #"{"running":{"startedAt":"2026-11-21T01:00:00Z"}}"#,
      #"{"running":{"startedAt":"2026-11-21T01:00:00Z"}}"#, #"{"running":{"reason":"Error"}}"#, "{}", "null",
      #"{"terminated":{"exitCode":0,"reason":"Completed"\#(message)}}"#,
      #"{"terminated":{"exitCode":1,"reason":"\#(any(["Error", "OOMKilled", "ContainerCannotRun"]))"\#(message)}}"#,
      #"{"waiting":{"reason":"\#(any(["ImagePullBackOff", "ErrImagePull", "ContainerCreating", "CrashLoopBackOff", "InvalidImageName"]))"\#(message)}}"#,
      #"{"unheard":{},"running":{}}"#, #"{"running":{},"waiting":{"reason":"ErrImagePull"}}"#,
    ])
  }

  private mutating func text() -> String {
    any([
      "exec format error", #"Back-off pulling image \"a.io/b:1\""#, "no more", #"}]}\\\""#,
      #"Failed to pull image \"a.io/b:1\": failed to do request: dial tcp: lookup a.io: no such host"#,
      #"Failed to pull image \"a.io/b:1\": a.io/b:1: not found"#, "Error: ErrImagePull", #"pull secrets (one, two)"#,
    ])
  }

  // MARK: - Events

  private mutating func event(_ number: Int) -> String {
    let reason = any([
      "Failed", "Failed", "BackOff", "Unhealthy", "FailedScheduling", "FailedMount", "FailedCreatePodSandBox",
      "FailedToRetrieveImagePullSecret", "InspectFailed", "Pulled", "Started", "Killing", "Evicted", "NodeNotReady",
      "Preempting",
    ])
    let message =
      reason == "FailedCreatePodSandBox" && oneIn(2) ? "Failed to get sandbox image: failed to pull image" : text()
    // What went well is no warning.
    let type = ["Pulled", "Started", "Killing"].contains(reason) ? "Normal" : any(["Warning", "Warning", "Normal"])
    let uid = any(["", #","uid":"u-\#(number)""#, #","uid":"u-\#(number)""#, #","uid":"gone""#])
    let time = any(["lastTimestamp", "eventTime", "firstTimestamp"])
    let object = any(["involvedObject", "involvedObject", "regarding"])
    return """
      {"kind":"Event","type":"\(type)","reason":"\(reason)","message":"\(message)",
      "\(object)":{"kind":"Pod","name":"p-\(number)","namespace":"n"\(uid),"fieldPath":"spec.containers{app-c}"},
      "\(time)":"2026-11-21T03:\(10 + below(50)):00Z"}
      """
  }
}
